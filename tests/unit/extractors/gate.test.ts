import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { worthALook } from '../../../extractors/gate';

function look(body: string, { title = 'Home', url = 'https://site.example/a', head = '' } = {}): boolean {
  const { document } = parseHTML(`<!doctype html><html><head><title>${title}</title>${head}</head><body>${body}</body></html>`);
  return worthALook(document, url);
}

describe('the gate', () => {
  it.each([
    ['a word in the address', look('', { url: 'https://conf.example/2026/talks/sorting' })],
    ['a word in the title', look('', { title: 'Sorting by hand - a talk by Ana Lima' })],
    ['a label', look('<h2>Sorting by hand</h2><h3>スピーカー</h3><p>山田</p>')],
    ['an event in JSON-LD', look('', { head: '<script type="application/ld+json">{"@type": ["BusinessEvent"]}</script>' })],
    ['an event in microdata', look('<div itemscope itemtype="https://schema.org/Event"></div>')],
    ['a word of Latin script with marks', look('', { title: 'Zwölf Vorträge' })],
    ['two words of the address', look('', { url: 'https://site.example/show_notes/12' })],
    ['a user group of any place', look('', { title: 'The AcornJUG in May' })],
    ['an event beside the talks', look('<div itemscope itemtype="https://schema.org/Event"></div>', { url: 'https://conf.example/venue' })],
    ['a calendar', look('', { url: 'https://site.example/x.ics?year=2026' })],
  ])('opens for %s', (_what, open) => expect(open).toBe(true));

  it.each([
    ['an article', look('<h1>Sorting by hand is back</h1><p>We talk about speakers and conferences.</p>')],
    ['a shop', look('<h1>Cards</h1><h2>Prices</h2>', { title: 'Cards - ACME', url: 'https://acme.example/cards?utm_source=talk' })],
    ['a part of a word', look('<h2>Stalking schedules2go</h2>', { title: 'Obsession with talkés' })],
    ['two words apart', look('<h2>Show me the notes</h2><h2>User</h2><h2>group</h2>')],
    ['a page beside the talks', look('<h1>Talks and speakers</h1>', { url: 'https://conf.example/2026/code-of-conduct/' })],
    ['a word behind the address', look('', { url: 'https://site.example/a?from=talk#talks' })],
    ['an empty page', look('', { title: '' })],
  ])('stays shut for %s', (_what, open) => expect(open).toBe(false));
});
