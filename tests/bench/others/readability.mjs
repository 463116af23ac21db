import { Readability } from '@mozilla/readability';

/** @param {Document} document which is taken apart */
export const read = (document) => new Readability(document).parse();
