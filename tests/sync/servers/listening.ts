/** A server that runs inside the test. */
import type { Server } from 'node:http';

export interface Running {
  url: string;
  stop: () => Promise<void>;
}

export async function listening(server: Server, path: string): Promise<Running> {
  server.listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no address');
  return {
    url: `http://127.0.0.1:${address.port}${path}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
