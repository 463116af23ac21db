import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Extracted } from '../core/reading';
import { deadlineFor } from '../extractors/deadline';
import { plainText } from '../extractors/page';
import { readOpenPage } from '../extractors/read-open';

/** Injected by the background into a page worth a look; its value is the answer of `scripting.executeScript`. */
export default defineUnlistedScript((): Extracted => {
  const isText = plainText(document) !== undefined;
  return { url: location.href, page: isText ? null : readOpenPage(document, location.href, new Date(), deadlineFor(document)), isText };
});
