import { registryOf } from './registry';

/** Sites whose pages the page readers may look at too, and software that runs on hosts of its own. */
export const SITES = registryOf(import.meta.glob('./sites/*.ts', { eager: true, import: 'default' }));
