// `npm run zip`: what the stores ask for, byte-identical for the same source: a package each for Chrome, Edge and Firefox, the source archive that
// addons.mozilla.org wants beside a bundled package, the bill of materials and the checksums. `--prove` builds the Firefox package again from nothing
// but the source archive and compares.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { ensurePackages, Problem, run, tool } from './ensure.mjs';

const OUT = '.output/packages';
// The earliest moment the zip format can name, so that an archive tells nothing of when it was made.
const MTIME = new Date(1980, 0, 1);

await tool(() => {
  ensurePackages();
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  build('chrome');
  build('firefox');
  const chromium = packed(folder('.output/chrome-mv3'));
  const archives = {
    [`talkshelf-${version}-chrome.zip`]: chromium,
    // Edge runs the Chromium build as it is; its store wants an upload of its own.
    [`talkshelf-${version}-edge.zip`]: chromium,
    [`talkshelf-${version}-firefox.zip`]: packed(folder('.output/firefox-mv3')),
    [`talkshelf-${version}-source.zip`]: packed(tracked()),
    [`talkshelf-${version}-sbom.json`]: billOfMaterials(),
  };
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  for (const [name, bytes] of Object.entries(archives)) writeFileSync(join(OUT, name), bytes);
  const sums = Object.entries(archives).map(([name, bytes]) => `${checksum(bytes)}  ${name}\n`);
  writeFileSync(join(OUT, 'SHA256SUMS'), sums.join(''));
  console.log(sums.join('').trimEnd());
  if (process.argv.includes('--prove')) prove(archives, version);
});

/** @param {'chrome' | 'firefox'} browser @param {string} [cwd] */
function build(browser, cwd) {
  if (!run('npx', ['--no-install', 'wxt', 'build', '-b', browser], { cwd }))
    throw new Problem(`The extension could not be built for ${browser}: see above.`);
}

/** Every file below a folder by its path in the archive. @param {string} root @returns {Record<string, Uint8Array>} */
function folder(root, below = '') {
  return Object.fromEntries(
    readdirSync(join(root, below)).flatMap((name) => {
      const path = below ? `${below}/${name}` : name;
      return statSync(join(root, path)).isDirectory() ? Object.entries(folder(root, path)) : [[path, readFileSync(join(root, path))]];
    }),
  );
}

/** The project's own files, without what only tests need, as the commit has them. @returns {Record<string, Uint8Array>} */
function tracked() {
  const names = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
    .split('\0')
    .filter((name) => name && !/^tests\/(fixtures|e2e|unit|sync|bench)\//.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(name)]));
}

/** @param {Record<string, Uint8Array>} files */
function packed(files) {
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  return zipSync(sorted, { level: 9, mtime: MTIME, os: 3 });
}

/** What is in the packages, as CycloneDX, without the moment and the number that npm gives each run. */
function billOfMaterials() {
  const text = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'], { encoding: 'utf8' });
  const { serialNumber: _serial, metadata, ...rest } = JSON.parse(text);
  return Buffer.from(`${JSON.stringify({ ...rest, metadata: { ...metadata, timestamp: undefined } }, null, 2)}\n`);
}

/** @param {Uint8Array} bytes */
function checksum(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/** @param {Record<string, Uint8Array>} archives @param {string} version */
function prove(archives, version) {
  const root = mkdtempSync(join(tmpdir(), 'talkshelf-source-'));
  try {
    for (const [name, bytes] of Object.entries(unzipSync(archives[`talkshelf-${version}-source.zip`] ?? new Uint8Array()))) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), bytes);
    }
    if (!run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root }))
      throw new Problem('The source archive could not be installed: see above.');
    build('firefox', root);
    const again = checksum(packed(folder(join(root, '.output/firefox-mv3'))));
    if (again !== checksum(archives[`talkshelf-${version}-firefox.zip`] ?? new Uint8Array()))
      throw new Problem('The source archive builds another Firefox package than this folder does.');
    console.log('The source archive alone builds the same Firefox package, byte for byte.');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
