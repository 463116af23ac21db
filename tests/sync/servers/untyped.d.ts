/** Packages without types, as far as the tests use them. */
declare module 'express' {
  import type { IncomingMessage, RequestListener } from 'node:http';
  interface Reply {
    status(code: number): { json(body: unknown): void };
  }
  type Handler = (request: IncomingMessage, response: Reply, next: () => void) => void;
  interface App extends RequestListener {
    use(handler: Handler): void;
    use(path: string, handler: Handler): void;
  }
  export default function express(): App;
}

declare module 'express-pouchdb' {
  import type { IncomingMessage } from 'node:http';
  export default function expressPouch(
    databases: unknown,
    options: object,
  ): (request: IncomingMessage, response: unknown, next: () => void) => void;
}

declare module 'pouchdb-core' {
  const PouchCore: { plugin(plugin: unknown): void; defaults(options: object): unknown };
  export default PouchCore;
}

declare module 'pouchdb-adapter-memory' {
  const plugin: unknown;
  export default plugin;
}
