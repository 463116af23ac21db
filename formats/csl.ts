import { addressOf } from '../core/address';
import type { Talk, TalkKind } from '../core/talk';
import type { About, Talks, WriteOptions } from './format';
import { dateParts } from './output/when';

export default { label: 'CSL-JSON', extension: 'json', mime: 'application/vnd.citationstyles.csl+json', ways: 'out' } satisfies About;

const TYPES: Partial<Record<TalkKind, string>> = { episode: 'broadcast', link: 'webpage' };

/** An array of CSL items (schema 1.0.2), one a line: what Zotero, Pandoc and citeproc read. */
export async function* write(talks: Talks, _options: WriteOptions): AsyncIterable<string> {
  let before = '[\n';
  for await (const talk of talks) {
    yield before + JSON.stringify(itemOf(talk));
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

function itemOf(talk: Talk): object {
  const [date, saved] = [dateParts(talk), talk.savedAt.slice(0, 10).split('-').map(Number)];
  return {
    id: talk.id,
    type: TYPES[talk.kind] ?? 'speech',
    title: talk.title,
    // Where a name's parts lie is not known: a literal name is never taken apart.
    author: talk.speakers.length > 0 ? talk.speakers.map(({ name }) => ({ literal: name })) : undefined,
    event: talk.event?.name,
    'event-place': talk.location,
    'container-title': talk.event?.series,
    issued: date.length > 0 ? { 'date-parts': [date] } : undefined,
    accessed: { 'date-parts': [saved] },
    URL: addressOf(talk),
    language: talk.language,
    keyword: talk.tags.length > 0 ? talk.tags.map((tag) => tag.replaceAll(',', ' ')).join(', ') : undefined,
    abstract: talk.abstract,
    annote: talk.note || undefined,
  };
}
