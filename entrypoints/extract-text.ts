import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Extracted } from '../core/reading';
import { readText } from '../extractors/read-text';

/** Injected after extract.js where that one found a document shown as plain text. */
export default defineUnlistedScript((): Extracted => ({ url: location.href, page: readText(document, location.href), isText: true }));
