// The licences of what is inside the packages. `npm run licences` writes public/licences.txt, which ships with them, as most of these licences ask;
// a unit test fails when the file is not what the lock file says.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';

export const FILE = 'public/licences.txt';
const RULE = '-'.repeat(80);

/** Every package that can end up in the bundle, as the lock file names it. @returns {string[]} */
function bundled() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  return Object.entries(packages)
    .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional && !entry.optional && !entry.peer)
    .map(([path]) => path)
    .sort();
}

/** The text of licences.txt. Throws for a package that brings no licence text, or one that was not looked at yet. */
export function licences() {
  const texts = bundled().map((path) => {
    const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    if (!/^(MIT|ISC|BSD-2-Clause|Apache-2\.0|PSF-2\.0|MPL-2\.0)$/.test(license))
      throw new Error(`${name}: the licence ${license} was not looked at yet`);
    return `${RULE}\n${name} ${version}, ${license}\n${RULE}\n\n${text(path, name)}\n`;
  });
  return `Talkshelf contains these packages, each under its own licence, and a few lines of WXT (MIT), the tool it is built with.\n\n${texts.join('\n')}`;
}

/** @param {string} path @param {string} name */
function text(path, name) {
  const file = readdirSync(path).find((each) => /^licen[cs]e/i.test(each));
  if (!file || !existsSync(join(path, file))) throw new Error(`${name} brings no licence text`);
  return readFileSync(join(path, file), 'utf8').replaceAll('\r\n', '\n').trim();
}

if (import.meta.url === `file://${argv[1]}`) writeFileSync(FILE, licences());
