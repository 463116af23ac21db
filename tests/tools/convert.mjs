// Turns files of talks into one file of another format, with the same code as the extension:
//   npm run -s convert -- [--to FORMAT] [--group event|tag|month|status] [--title TEXT] [--base URL] IN... OUT
// IN is any format that the library imports, told by its content, or a document (.ics .rst .md .html); OUT - is standard output.
// What could not be taken is said on standard error, with file and line. OUT is written whole or not at all. Exit status 1 where no talk was found or a
// file cannot be read or written, 2 for wrong usage.
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile as bytesOf, rename, rm, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { parseHTML } from 'linkedom';
import { createServer } from 'vite';

const USAGE = 'usage: convert [--to FORMAT] [--group event|tag|month|status] [--title TEXT] [--base URL] IN... OUT';

const { values, positionals } = parameters();
if (values.help) fail(USAGE, 0);
const out = positionals.at(-1) ?? '';
const inputs = positionals.slice(0, -1);
if (inputs.length === 0) fail(USAGE, 2);

const vite = await createServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true, include: [] },
});
/** @param {string} path @returns {Promise<any>} */
const load = (path) => vite.ssrLoadModule(path);
const { FORMATS, OUTPUTS, writerOf } = await load('/formats/formats.ts');
const { GROUPINGS } = await load('/formats/format.ts');
const { readFile } = await load('/formats/input/files.ts');
const { sentenceOf } = await load('/formats/input/refusal.ts');
const { complete } = await load('/formats/input/complete.ts');

const format = values.to ?? formatFor(extname(out).slice(1));
if (!format || !OUTPUTS.some((/** @type {{id: string}} */ { id }) => id === format)) {
  await stop(
    `no format "${values.to ?? extname(out)}" to write; --to takes: ${OUTPUTS.map((/** @type {{id: string}} */ { id }) => id).join(' ')}`,
  );
}
if (values.group && !GROUPINGS.includes(values.group)) await stop(`--group takes: ${GROUPINGS.join(' ')}`);
for (const input of inputs) {
  const found = await stat(input).catch(() => undefined);
  if (!found?.isFile()) await stop(`${input}: ${found ? 'this is no file' : 'there is no such file'}`);
}

const now = new Date();
let count = 0;
const write = await writerOf(format);
const pieces = write(talks(), { title: values.title, groupBy: values.group, now });
if (out === '-') {
  for await (const piece of pieces) if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
} else await writeWhole(pieces).catch((/** @type {unknown} */ error) => stop(`${out}: this cannot be written (${codeOf(error)})`));
await vite.close();
const counted = `${count} ${count === 1 ? 'talk' : 'talks'}`;
if (count > 0) console.error(`${counted} written to ${out === '-' ? 'standard output' : out} as ${FORMATS.get(format).label}`);
else fail('no talk was found, and nothing written', 1);

/** Beside the file first, so that it is never half written, and can be one of those that are read. @param {AsyncIterable<string | Uint8Array>} written */
async function writeWhole(written) {
  const part = `${out}.part`;
  try {
    await pipeline(written, createWriteStream(part));
    if (count > 0) await rename(part, out);
  } finally {
    await rm(part, { force: true });
  }
}

function parameters() {
  const text = /** @type {const} */ ({ type: 'string' });
  try {
    const help = /** @type {const} */ ({ type: 'boolean', short: 'h' });
    return parseArgs({ allowPositionals: true, options: { to: text, group: text, title: text, base: text, help } });
  } catch (error) {
    const [said] = error instanceof Error ? error.message.split('. To specify') : [];
    return fail(`${said}\n${USAGE}`, 2);
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return /** @type {{code?: string}} */ (error).code ?? String(error);
}

/** Every talk of every input, refusals reported as they are met. */
async function* talks() {
  for (const input of inputs) {
    for await (const { item, file } of readFile({ name: input, bytes: createReadStream(input) }, { now, base: values.base })) {
      if ('talk' in item) {
        count += 1;
        yield complete(item.talk, now);
      } else if (item.refused === 'unknown' && file === input) yield* documentTalks(input);
      else if (item.refused) console.error(sentenceOf(item, file));
    }
  }
}

/** The talks of a page or document, as they would be clipped in the browser. @param {string} path */
async function* documentTalks(path) {
  const [{ readText }, { draftsOf }] = await Promise.all([load('/extractors/read-text.ts'), load('/core/reading.ts')]);
  const text = await bytesOf(path, 'utf8');
  const { document } = parseHTML(/\.html?$/i.test(path) ? text : '<!doctype html><html><head></head><body><pre></pre></body></html>');
  const pre = /\.html?$/i.test(path) ? null : document.querySelector('pre');
  if (pre) pre.textContent = text;
  const page = readText(document, values.base ?? `https://files.example/${encodeURIComponent(basename(path))}`, now);
  const drafts = page ? draftsOf(page) : [];
  if (drafts.length === 0) console.error(sentenceOf({ refused: 'unknown' }, path));
  for (const draft of drafts) {
    count += 1;
    yield complete(draft, now);
  }
}

/** Of the formats that share an extension, the one that people mean by it. @param {string} extension */
function formatFor(extension) {
  const meant = /** @type {Record<string, string>} */ ({ json: 'json', html: 'reading-page', zip: 'obsidian' });
  const found = OUTPUTS.find((/** @type {{extension: string}} */ candidate) => candidate.extension === extension.toLowerCase());
  return meant[extension.toLowerCase()] ?? found?.id;
}

/** @param {string} message */
async function stop(message) {
  await vite.close();
  fail(message, 1);
}

/** @param {string} message @param {number} status @returns {never} */
function fail(message, status) {
  console.error(message);
  process.exit(status);
}
