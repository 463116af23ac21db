/** A page that is opened cold and searches at once, with what the popup searches with. */
import { SCREENFUL } from '../../../components/list/window';
import { library } from '../../../storage/database';
import { search } from '../../../storage/search';
import { suggest } from '../../../storage/search/address-bar';
import { FACET_KINDS } from '../../../storage/search/facets';

/** What the popup reads first; the same for the peers. */
const LIMIT = SCREENFUL;
/** Milliseconds between two keys of somebody who types very fast. */
const GAP = 50;
/** What the measured page is compared with reads so many. */
const ROWS = 50;

async function first() {
  const text = decodeURIComponent(location.hash.slice(1));
  const { talks, total } = await search(text, { limit: LIMIT });
  show(talks.map(({ title }) => title));
  return { took: performance.now(), total };
}

/** What the measured page is compared with: the database opened, and 50 rows read. */
async function rows() {
  const talks = await library.talks.orderBy('savedAt').reverse().limit(ROWS).toArray();
  show(talks.map(({ title }) => title));
  return { took: performance.now(), total: talks.length };
}

async function keys(queries: readonly string[], facets: boolean) {
  const times: number[] = [];
  for (const text of queries) {
    const started = performance.now();
    const { talks } = await search(text, { limit: facets ? 0 : LIMIT, ...(facets && { facets: FACET_KINDS }) });
    times.push(performance.now() - started);
    show(talks.map(({ title }) => title));
    await new Promise((resolve) => setTimeout(resolve, GAP));
  }
  return times;
}

/** What the address bar is offered for each query, one key after the other. */
async function suggestions(queries: readonly string[]) {
  const times: number[] = [];
  for (const text of queries) {
    const started = performance.now();
    await suggest(text, 8);
    times.push(performance.now() - started);
  }
  return times;
}

/** What the popup has to show. */
async function answers(queries: readonly string[]) {
  const found: { query: string; total: number; ids: string[] }[] = [];
  for (const query of queries) {
    const { talks, total } = await search(query, { limit: LIMIT });
    found.push({ query, total, ids: talks.map(({ id }) => id) });
  }
  return found;
}

function show(titles: readonly string[]): void {
  document.body.replaceChildren(...titles.map((title) => Object.assign(document.createElement('p'), { textContent: title })));
}

const started = location.hash === '' ? undefined : location.hash === '#rows' ? rows() : first();
Object.assign(globalThis, { bench: { started, keys, suggestions, answers } });
