/** The usual design, as a peer: a MiniSearch index, kept as a snapshot in IndexedDB and loaded when the page is opened. */
import MiniSearch from 'minisearch';
import type { Talk } from '../../../core/talk';
import { library } from '../../../storage/database';
import { everyTalk } from '../../../storage/lookups';

const LIMIT = 20;
const OPTIONS = {
  fields: ['title', 'speakers', 'event', 'tags', 'abstract', 'note'],
  searchOptions: {
    combineWith: 'AND' as const,
    prefix: (_: string, i: number, terms: string[]) => i === terms.length - 1,
    boost: { title: 8 },
  },
};

function documentOf({ id, title, speakers, event, tags, abstract, note }: Talk) {
  return { id, title, speakers: speakers.map(({ name }) => name).join(' '), event: event?.name, tags: tags.join(' '), abstract, note };
}

function store(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('minisearch', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('snapshot');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error('minisearch'));
  });
}

async function build(): Promise<number> {
  const started = performance.now();
  const index = new MiniSearch(OPTIONS);
  for await (const talk of everyTalk(library, 1000)) index.add(documentOf(talk));
  const text = JSON.stringify(index);
  const database = await store();
  await new Promise<void>((resolve) => {
    const transaction = database.transaction('snapshot', 'readwrite');
    transaction.objectStore('snapshot').put(text, 'all');
    transaction.oncomplete = () => resolve();
  });
  return performance.now() - started;
}

async function load(): Promise<MiniSearch> {
  const database = await store();
  const text = await new Promise<string>((resolve) => {
    const reading = database.transaction('snapshot').objectStore('snapshot').get('all');
    reading.onsuccess = () => resolve(reading.result as string);
  });
  return MiniSearch.loadJSON(text, OPTIONS);
}

async function hits(index: MiniSearch, text: string): Promise<void> {
  const found = index.search(text).slice(0, LIMIT);
  const talks = await library.talks.bulkGet(found.map(({ id }) => id as string));
  document.body.replaceChildren(...talks.map((talk) => Object.assign(document.createElement('p'), { textContent: talk?.title ?? '' })));
}

let loaded: MiniSearch;

async function first() {
  loaded = await load();
  await hits(loaded, decodeURIComponent(location.hash.slice(1)));
  return { took: performance.now(), total: 0 };
}

async function keys(queries: readonly string[]) {
  const times: number[] = [];
  for (const text of queries) {
    const started = performance.now();
    await hits(loaded, text);
    times.push(performance.now() - started);
  }
  return times;
}

const started = location.hash === '' ? undefined : first();
Object.assign(globalThis, { bench: { started, keys, build } });
