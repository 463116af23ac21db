import { type Library, library } from './database';
import { problemOf } from './problem';
import { clearSettings, writeSetting } from './settings';

/**
 * Removes every talk, deleted ones too, and every setting, as if the extension had just been installed. Every open view sees it.
 * @throws LibraryProblem; the library is whole then
 */
export async function eraseEverything(db: Library = library): Promise<void> {
  try {
    await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
  } catch (error) {
    throw problemOf(error);
  }
  // Afterwards: the watermark in them would tell of a damaged library if this were stopped in between, which is better than not telling.
  await clearSettings();
}

/** Removes a library that cannot be opened, with all that is in it; backups and settings stay. @throws LibraryProblem */
export async function removeLibrary(db: Library = library): Promise<void> {
  try {
    await db.delete();
  } catch (error) {
    throw problemOf(error);
  }
  // Nothing is lost that somebody has not just agreed to.
  await Promise.all([writeSetting('watermark', undefined), writeSetting('damage', undefined)]);
}
