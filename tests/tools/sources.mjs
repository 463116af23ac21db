// The files and addresses that the command line tools are given.
import { extname } from 'node:path';

/** A document to be read. `path` is missing for an address on the network. @typedef {{file: string, path?: string, url: string}} Source */

/** @param {string} argument FILE, FILE=URL or URL @returns {Source} */
export function sourceOf(argument) {
  if (/^https?:/.test(argument)) return { file: argument, url: argument };
  const [path = '', url] = argument.split(/=(?=https?:)/);
  return { file: path, path, url: url ?? addressFor(path) };
}

/** A made-up address that keeps the file's name, which readers may look at. @param {string} file */
export function addressFor(file) {
  return `https://files.example/${encodeURI(file.replace(/^[./]+/, ''))}`;
}

/** How a server would send the file: pages as HTML, documents as plain text, which browsers show as it is. @param {string} path */
export function contentType(path) {
  return /^\.x?html?$/i.test(extname(path)) ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8';
}
