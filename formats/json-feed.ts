import { addressOf } from '../core/address';
import type { Talk } from '../core/talk';
import type { About, Talks, WriteOptions } from './format';

export default { label: 'JSON Feed', extension: 'json', mime: 'application/feed+json', ways: 'out' } satisfies About;

/** JSON Feed 1.1, one item a line, dated by when a talk was saved. */
export async function* write(talks: Talks, { title = 'Reading list' }: WriteOptions): AsyncIterable<string> {
  yield `{"version":"https://jsonfeed.org/version/1.1","title":${JSON.stringify(title)},"items":[`;
  let before = '\n';
  for await (const talk of talks) {
    yield before + JSON.stringify(itemOf(talk));
    before = ',\n';
  }
  yield '\n]}\n';
}

function itemOf(talk: Talk): object {
  return {
    id: talk.id,
    url: addressOf(talk),
    title: talk.title,
    content_text: [talk.note, talk.abstract].filter(Boolean).join('\n\n'),
    date_published: talk.savedAt,
    authors: talk.speakers.length > 0 ? talk.speakers.map(({ name, url }) => ({ name, url })) : undefined,
    tags: talk.tags.length > 0 ? talk.tags : undefined,
    language: talk.language,
  };
}
