import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { PageReading } from '../core/reading';
import { readPage } from '../extractors/read';

/** Injected by the background into a page worth a look; its value is the answer of `scripting.executeScript`. */
export default defineUnlistedScript((): { url: string; page: PageReading | null } => ({
  url: location.href,
  page: readPage(document, location.href),
}));
