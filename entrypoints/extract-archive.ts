import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Extracted } from '../core/reading';
import { readArchivePage } from '../extractors/archives';
import { deadlineFor } from '../extractors/deadline';

/** Injected before extract.js on sites that keep recordings, slides or episodes; where it does not know the page, extract.js looks at it. */
export default defineUnlistedScript((): Extracted => {
  const page = readArchivePage(document, location.href, new Date(), deadlineFor(document));
  return { url: location.href, page: page ?? null, isText: false, isLeft: page === undefined };
});
