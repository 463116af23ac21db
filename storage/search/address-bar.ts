import { type Range } from '../../core/highlight';
import type { Talk } from '../../core/talk';
import { type Library, library } from '../database';
import { search } from '../search';

/** A talk as the address bar offers it. */
export interface Suggestion {
  id: string;
  title: string;
  /** The stretches of the title that were asked for. */
  ranges: readonly Range[];
  /** Speakers and event, parted by a middle dot; may be empty. */
  detail: string;
  /** The recording where there is one, else the page the talk was saved from. */
  url: string;
}

/** What to offer for a text typed after the keyword of the address bar; nothing for a query that cannot be answered. @throws LibraryProblem */
export async function suggest(text: string, limit: number, db: Library = library): Promise<Suggestion[]> {
  const { talks, highlights } = await search(text, { limit }, db);
  return talks.map((talk, i) => ({
    id: talk.id,
    title: talk.title,
    ranges: highlights[i]?.title?.[0] ?? [],
    detail: detailOf(talk),
    url: talk.links.find(({ kind }) => kind === 'video')?.url ?? talk.source.url,
  }));
}

function detailOf({ speakers, event }: Talk): string {
  return [speakers.map(({ name }) => name).join(', '), event?.name ?? ''].filter(Boolean).join(' · ');
}
