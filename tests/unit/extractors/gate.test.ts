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
    ['a calendar', look('', { url: 'https://site.example/x.ics?year=2026' })],
  ])('opens for %s', (_what, open) => expect(open).toBe(true));

  it.each([
    ['an article', look('<h1>Sorting by hand is back</h1><p>We talk about speakers and conferences.</p>')],
    ['a shop', look('<h1>Cards</h1><h2>Prices</h2>', { title: 'Cards - ACME', url: 'https://acme.example/cards?utm_source=talk' })],
    ['an empty page', look('', { title: '' })],
  ])('stays shut for %s', (_what, open) => expect(open).toBe(false));
});
