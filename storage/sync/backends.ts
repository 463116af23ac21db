import type { Backend } from './backend';

/** The folder is the registry, the file name is the id. */
const modules = import.meta.glob<Backend>('./backends/*.ts', { eager: true, import: 'default' });

export const BACKENDS: ReadonlyMap<string, Backend> = new Map(
  Object.entries(modules).map(([path, backend]) => [path.replace(/^.*\/|\.ts$/g, ''), backend]),
);
