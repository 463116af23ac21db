import type { Talk } from '../../../core/talk';
import { complete } from '../../../formats/input/complete';

/** What templates are tried on while the shelf is empty. */
export function exampleTalk(): Talk {
  const now = new Date();
  const url = 'https://talks.example/quiet-compiler';
  return complete(
    {
      title: 'The Quiet Compiler',
      kind: 'talk',
      speakers: [{ name: 'Mara Lindqvist', affiliation: 'Borealis Labs' }],
      event: { name: 'Borealis 26' },
      starts: '2026-03-14T10:30',
      abstract: 'Error messages are a user interface.',
      links: [{ url: 'https://videos.example/quiet-compiler', kind: 'video' }],
      source: { url, title: 'The Quiet Compiler', extractor: 'example', capturedAt: now.toISOString() },
      tags: ['compilers'],
    },
    now,
  );
}
