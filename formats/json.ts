import type { About, Imported, ReadOptions, Talks, WriteOptions } from './format';

export default {
  label: 'JSON',
  extension: 'json',
  mime: 'application/json',
  ways: 'both',
  recognises: (head) => /^\s*\{\s*"format"\s*:\s*"talkshelf"/.test(head),
} satisfies About;

/** The version of the file's own form (public/talkshelf.schema.json). A reader takes its own version and all before it. */
const VERSION = 1;

/** Everything, one talk a line, so that files compare well and a truncated one says where. */
export async function* write(talks: Talks, { now = new Date(), backup }: WriteOptions): AsyncIterable<string> {
  const head = { format: 'talkshelf', version: VERSION, exportedAt: now.toISOString(), ...(backup && { backup }) };
  yield `${JSON.stringify(head).slice(0, -1)},"talks":[`;
  let before = '\n';
  for await (const talk of talks) {
    yield before + JSON.stringify(talk);
    before = ',\n';
  }
  yield '\n]}\n';
}

/** Reads what `write` wrote, from this version or an older one, element by element: the whole file is never in memory. */
export async function* read(text: AsyncIterable<string>, _options: ReadOptions): AsyncIterable<Imported> {
  const { readLibrary } = await import('./json/library');
  yield* readLibrary(text, VERSION);
}
