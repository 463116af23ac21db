import type { TalkDraft } from '../../core/talk';

/** A draft of an invented talk, with what a test wants different. */
export function draftOf(changes: Partial<TalkDraft> = {}): TalkDraft {
  return {
    title: 'The Quiet Compiler',
    kind: 'talk',
    speakers: [{ name: 'Mara Lindqvist' }],
    event: { name: 'Borealis 26' },
    starts: '2026-03-14T10:30',
    abstract: 'Error messages are a user interface.',
    links: [],
    source: {
      url: 'https://borealis.example/talks/quiet',
      title: 'The Quiet Compiler | Borealis',
      extractor: 'talk-page',
      capturedAt: '2026-11-01T08:00:00.000Z',
    },
    ...changes,
  };
}

/** The source of a draft from a page that lists several. */
export function sharedSource(url: string): TalkDraft['source'] {
  return { ...draftOf().source, url, shared: true };
}
