import type { Ask } from '../http/ask';
import { folderOf } from '../names';
import { SyncProblem } from '../problem';

/**
 * What servers say to a PUT below a folder that is not there: 409 as RFC 4918 wants it, 404 or 403 some, 500 nginx (2026-11). A refusal that has
 * another reason comes again at the second try.
 */
export const MISSING_FOLDER = [403, 404, 405, 409, 500];

/** 405: it is there already. Some answer 301 or 200 instead. */
const MADE_OR_THERE = [405, 404, 409];

/** Makes a folder and those above it, from the bottom up, as in most cases only the lowest is missing. */
export async function makeFolder(ask: Ask, urlOf: (folder: string) => string, folder: string): Promise<void> {
  const { status } = await ask(urlOf(folder), { method: 'MKCOL', expect: MADE_OR_THERE });
  if (status !== 404 && status !== 409) return;
  if (folder === '') {
    throw new SyncProblem('badSettings', 'The folder cannot be made, because there is none above it.', { field: 'url', status });
  }
  await makeFolder(ask, urlOf, folderOf(folder));
  await ask(urlOf(folder), { method: 'MKCOL', expect: [405] });
}
