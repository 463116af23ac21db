// The invented talks as somebody keeps them, with every moment fixed, so that a view of them looks the same on every day and machine.
import { SAMPLE } from './sample-talks.mjs';

/** The moment that the pages take for now. */
export const NOW = new Date('2026-11-20T10:00:00Z');

/** Statuses and notes by place in the sample; every other talk is to be watched and has none. */
const OWN = /** @type {Record<number, {status?: string, note?: string}>} */ ({
  1: { status: 'watched', note: 'Show the part about backups to the team.\n12:40 why one file is enough' },
  2: { status: 'watching' },
  4: { status: 'watched' },
  5: { status: 'watched' },
  6: { note: 'After the paper on hybrid clocks.' },
  9: { status: 'dropped' },
  12: { status: 'watched' },
});

const COLOURS = { frontend: 'violet', databases: 'blue', sync: 'green', linux: 'amber', 'local-first': 'green' };

/** A talk as the library has it. @param {typeof SAMPLE[number]} talk @param {number} place @param {Partial<{id: string, url: string, title: string}>} [other] */
function kept({ draft, tags }, place, { id = `sample-${place}`, url = draft.source.url, title = draft.title } = {}) {
  const savedAt = new Date(NOW.getTime() - (place * 17 + 1) * 86_400_000).toISOString();
  const own = { status: 'to watch', note: '', ...OWN[place] };
  const key = url.replace('https://', '');
  return {
    ...draft,
    ...own,
    id,
    title,
    tags,
    keys: [key, `${key} ${title.toLowerCase().replace(/[^a-z ]/g, '')}`],
    savedAt,
    source: { ...draft.source, url },
    stamp: `${savedAt}-0000-00c0ffee`,
    corrected: [],
    stamps: {},
  };
}

/** A file of our own format: all but the first talk, one of them twice under another address, and two that are there to be deleted. */
export function sampleLibrary() {
  const [, second, third] = SAMPLE;
  if (!second || !third) throw new Error('the sample is too small');
  const talks = [
    ...SAMPLE.map((talk, place) => kept(talk, place)).slice(1),
    kept(second, 20, { id: 'sample-again', url: 'https://videos.example/small-databases' }),
    ...[1, 2].map((part) => kept(third, 20 + part, { id: `gone-${part}`, url: `https://parts.example/${part}`, title: `Part ${part}` })),
  ];
  const searches = ['Talks to show the team', 'Unwatched with video'].map((name) => ({
    name,
    query: 'has:video',
    tags: [],
    filters: ['status:"to watch"'],
    sort: 'relevance',
  }));
  const templates = [{ name: 'Chat', text: '*{{title}}* {{url}}', escape: 'none' }];
  return JSON.stringify({
    format: 'talkshelf',
    version: 1,
    exportedAt: NOW.toISOString(),
    backup: { settings: { tagColours: COLOURS }, templates, searches },
    talks,
  });
}

/** Ids of the talks that are deleted after the file was taken in. */
export const GONE = ['gone-1', 'gone-2'];
