// Opens saved pages under their own address in real Chromium: the page's own scripts off, the network cut.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { chromiumPath, OFFLINE, QUIET } from './browser.mjs';
import { addressFor, contentType } from './sources.mjs';

/** @typedef {import('./sources.mjs').Source} Source */
/** @typedef {import('@playwright/test').Page} Tab */

/** Visits each saved page in turn. @param {Source[]} jobs @param {(tab: Tab, job: Source) => Promise<void>} visit */
export async function eachPage(jobs, visit) {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...QUIET, OFFLINE] });
  const context = await browser.newContext({ javaScriptEnabled: false, bypassCSP: true });
  const tab = await context.newPage();
  /** @type {Map<string, Source>} */
  const served = new Map();
  await context.route('**/*', (route) => {
    const job = served.get(route.request().url());
    return job?.path && route.request().isNavigationRequest()
      ? route.fulfill({ path: job.path, contentType: contentType(job.path) })
      : route.abort();
  });
  for (const job of jobs) {
    served.clear();
    served.set(new URL(job.url.replace(/#.*/, '')).href, job);
    await tab.goto(job.url, { waitUntil: 'domcontentloaded' });
    await visit(tab, job);
  }
  await browser.close();
}

/** An expression that gives what the shipped scripts read from the page at hand, one after the other as the background injects them. */
export async function extraction() {
  const names = ['extract-archive', 'extract', 'extract-text'];
  const scripts = await Promise.all(names.map((name) => readFile(`.output/chrome-mv3/${name}.js`, 'utf8')));
  const [archive, open, text] = scripts.map((script) => `(0, eval)(${JSON.stringify(script)})`);
  const address = `(0, eval)(${JSON.stringify(await scriptOf('core/archives.ts', 'archives'))})`;
  return `(() => {
    ${address};
    const archived = archives.isArchive(location.href) ? ${archive} : undefined;
    if (archived && !archived.isLeft) return archived.page;
    const seen = ${open};
    return (seen.isText ? ${text} : seen).page;
  })()`;
}

/** The pages of a labels file of the corpus. @param {string} path @returns {Promise<Source[]>} */
export async function labelled(path) {
  return (await rows(path)).map(({ file, url }) => ({ file, path: join(dirname(path), file), url: url ?? addressFor(file) }));
}

/** @param {string} path a file with one JSON value a line */
export async function rows(path) {
  const text = await readFile(path, 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** One module and what it imports as a plain script that leaves its exports in a global. @param {string} entry @param {string} name */
export async function scriptOf(entry, name) {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name }, rolldownOptions: { output: { extend: true } } },
  });
  const [result] = [built].flat();
  const chunk = result && 'output' in result ? result.output.find((file) => file.type === 'chunk') : undefined;
  if (!chunk) throw new Error(`nothing built from ${entry}`);
  return chunk.code;
}
