import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Extracted } from '../core/reading';
import { deadlineIn } from '../extractors/deadline';
import { readText } from '../extractors/read-text';

/** Milliseconds: a document must first be parsed, which is done by parsers that cannot be stopped. */
const LONGEST = 1000;

/** Injected after extract.js where that one found a document shown as plain text. */
export default defineUnlistedScript((): Extracted => ({
  url: location.href,
  page: readText(document, location.href, new Date(), deadlineIn(LONGEST)),
  isText: true,
}));
