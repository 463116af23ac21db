import { type Library, library } from './database';
import { guarded } from './problem';
import { clearSettings, writeSetting } from './settings';

/**
 * Removes every talk, deleted ones too, and every setting, as if the extension had just been installed. Every open view sees it.
 * @throws LibraryProblem; the library is whole then
 */
export async function eraseEverything(db: Library = library): Promise<void> {
  await guarded(() => db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear()))));
  // Afterwards: the watermark in them would tell of a damaged library if this were stopped in between, which is better than not telling.
  await clearSettings();
}

/** Removes a library that cannot be opened, with all that is in it; backups and settings stay. @throws LibraryProblem */
export async function removeLibrary(db: Library = library): Promise<void> {
  await guarded(() => db.delete());
  // Nothing is lost that somebody has not just agreed to.
  await Promise.all([writeSetting('watermark', undefined), writeSetting('damage', undefined)]);
}
