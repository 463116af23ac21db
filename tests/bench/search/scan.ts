/** The floor without an index: all text in one Blob, looked through for every key. */
import { fold } from '../../../core/fold';
import { library } from '../../../storage/database';
import { everyTalk } from '../../../storage/lookups';

const LIMIT = 20;

interface Texts {
  ids: string[];
  texts: Blob;
}

function store(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('scan', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('texts');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error('scan'));
  });
}

async function build(): Promise<void> {
  const [ids, texts]: [string[], string[]] = [[], []];
  for await (const talk of everyTalk(library, 1000)) {
    ids.push(talk.id);
    const names = talk.speakers.map(({ name }) => name);
    texts.push(fold([talk.title, ...names, talk.event?.name, ...talk.tags, talk.abstract, talk.note].join(' ')));
  }
  const database = await store();
  await new Promise<void>((resolve) => {
    const transaction = database.transaction('texts', 'readwrite');
    transaction.objectStore('texts').put({ ids, texts: new Blob([texts.join('\n')]) }, 'all');
    transaction.oncomplete = () => resolve();
  });
}

let loaded: { ids: string[]; lines: string[] };

async function load(): Promise<void> {
  const database = await store();
  const { ids, texts } = await new Promise<Texts>((resolve) => {
    const reading = database.transaction('texts').objectStore('texts').get('all');
    reading.onsuccess = () => resolve(reading.result as Texts);
  });
  loaded = { ids, lines: (await texts.text()).split('\n') };
}

async function hits(text: string): Promise<void> {
  const words = fold(text).split(' ').filter(Boolean);
  const found: string[] = [];
  loaded.lines.forEach((line, i) => {
    if (words.every((word) => line.includes(word))) found.push(loaded.ids[i] ?? '');
  });
  const talks = await library.talks.bulkGet(found.slice(0, LIMIT));
  document.body.replaceChildren(...talks.map((talk) => Object.assign(document.createElement('p'), { textContent: talk?.title ?? '' })));
}

async function first() {
  await load();
  await hits(decodeURIComponent(location.hash.slice(1)));
  return { took: performance.now(), total: 0 };
}

async function keys(queries: readonly string[]) {
  const times: number[] = [];
  for (const text of queries) {
    const started = performance.now();
    await hits(text);
    times.push(performance.now() - started);
  }
  return times;
}

const started = location.hash === '' ? undefined : first();
Object.assign(globalThis, { bench: { started, keys, build } });
