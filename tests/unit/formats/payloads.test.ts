/** Every hostile text in every field of a talk, written in every format and read by somebody else's reader. */
import { describe, expect, it } from 'vitest';
import { LIMITS, LINK_KINDS, type Talk } from '../../../core/talk';
import { safeUrl } from '../../../core/url';
import { PAYLOADS } from '../../fixtures/hostile/payloads';
import { ACCEPTED } from './accepted';
import { SAMPLE } from './sample';

const PAGE = 'https://conf.example/talk';

/** A talk with the text in one field, as long as the field may be. An address only where it would have been let in. */
const FIELDS: Record<string, (text: string) => Partial<Talk>> = {
  title: (text) => ({ title: text.slice(0, LIMITS.title) }),
  speaker: (text) => ({ speakers: [{ name: text.slice(0, LIMITS.name), url: safeUrl(text) }] }),
  affiliation: (text) => ({ speakers: [{ name: 'Ana Lima', affiliation: text.slice(0, LIMITS.name) }] }),
  event: (text) => ({ event: { name: text.slice(0, LIMITS.title), series: text.slice(0, LIMITS.title), url: safeUrl(text) } }),
  location: (text) => ({ location: text.slice(0, LIMITS.title) }),
  abstract: (text) => ({ abstract: text.slice(0, LIMITS.abstract) }),
  tag: (text) => ({ tags: [text.slice(0, LIMITS.tag)] }),
  note: (text) => ({ note: text.slice(0, LIMITS.note) }),
  links: (text) => ({
    links: LINK_KINDS.map((kind) => ({ kind, url: safeUrl(text, PAGE) ?? PAGE, label: text.slice(0, LIMITS.label) })),
  }),
  source: (text) => ({ source: { ...SAMPLE[0]!.source, url: safeUrl(text, PAGE) ?? PAGE, title: text.slice(0, LIMITS.title) } }),
};

function talksWith(text: string): Talk[] {
  return Object.entries(FIELDS).map(([field, changes]) => {
    const changed = changes(text);
    const talk = { ...SAMPLE[0]!, ...changed, id: `t-${field}`, links: changed.links ?? SAMPLE[0]!.links };
    // Nothing gets in without a title that says something.
    return talk.title.trim() ? talk : { ...talk, title: 'Untitled' };
  });
}

describe('a hostile text, in each field and each format', () => {
  it('is one of more than a hundred', () => {
    expect(new Set(PAYLOADS.map(({ text }) => text)).size).toBe(PAYLOADS.length);
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(100);
  });

  it.each(PAYLOADS)('stays text: $name', async ({ text }) => {
    const talks = talksWith(text);
    for (const [format, { check }] of Object.entries(ACCEPTED)) {
      try {
        await check(talks);
      } catch (error) {
        throw new Error(`${format}: ${String(error)}`, { cause: error });
      }
    }
    expect(({} as Record<string, unknown>)['owned']).toBeUndefined();
    expect((globalThis as Record<string, unknown>)['owned']).toBeUndefined();
  });
});
