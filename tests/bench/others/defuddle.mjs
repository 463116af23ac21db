import Defuddle from 'defuddle';

/** @param {Document} document */
export const read = (document) => new Defuddle(document, { url: document.URL }).parse();
