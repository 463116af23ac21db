import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Extracted } from '../core/reading';
import { deadlineIn } from '../extractors/deadline';
import { plainText } from '../extractors/page';
import { readOpenPage } from '../extractors/read-open';

/** Milliseconds after which the search on a page ends; what is left to do with what was found fits into a fifth of a second with it. */
const LONGEST = 140;

/** Injected by the background into a page worth a look; its value is the answer of `scripting.executeScript`. */
export default defineUnlistedScript((): Extracted => {
  const isText = plainText(document) !== undefined;
  return { url: location.href, page: isText ? null : readOpenPage(document, location.href, new Date(), deadlineIn(LONGEST)), isText };
});
