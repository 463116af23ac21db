import { expect } from 'vitest';
import { LIMITS } from '../../../core/talk';
import { safeUrl } from '../../../core/url';
import type { Imported, ImportedTalk } from '../../../formats/format';
import { REASONS } from '../../../formats/input/refusal';

/** What every reader owes whatever it is given: talks that are safe to keep and to show, refusals that say why, nothing else. */
export function expectHarmless(items: Imported[]): void {
  for (const item of items) {
    if ('refused' in item) {
      expect(Object.keys(REASONS)).toContain(item.refused);
      expect(item.line ?? 1).toBeGreaterThan(0);
    } else if ('talk' in item) expectSafe(item.talk);
  }
  expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
}

function expectSafe(talk: ImportedTalk): void {
  const { title, speakers, event, abstract = '', links, source, tags = [], note = '', location = '' } = talk;
  const addresses = [source.url, event?.url, ...links.map(({ url }) => url), ...speakers.map(({ url }) => url)];
  expect(addresses.filter((url) => url !== undefined && safeUrl(url) === undefined)).toEqual([]);
  expect(title.trim()).not.toBe('');
  const texts: [string, number][] = [
    [title, LIMITS.title],
    [abstract, LIMITS.abstract],
    [note, LIMITS.note],
    [location, LIMITS.title],
    [event?.name ?? '', LIMITS.title],
    ...speakers.map(({ name }): [string, number] => [name, LIMITS.name]),
    ...tags.map((tag): [string, number] => [tag, LIMITS.tag]),
  ];
  expect(texts.filter(([text, most]) => text.length > most)).toEqual([]);
  expect([speakers.length <= LIMITS.speakers, links.length <= LIMITS.links, tags.length <= LIMITS.tags]).toEqual([true, true, true]);
  // Our own backup gives back what was saved, to the letter; all foreign text is cleaned.
  const foreign = talk.stamp === undefined;
  const unclean = /(?![\n\t])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u;
  if (foreign) expect(texts.filter(([text]) => unclean.test(text))).toEqual([]);
}
