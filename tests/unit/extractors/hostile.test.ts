/** Every page is hostile: bounded time, no markup kept, only safe links, no surprise from keys that are no data. */
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../core/talk';
import { deadlineIn } from '../../../extractors/deadline';
import { readClock, readWhen } from '../../../extractors/dates';
import { linkKind } from '../../../extractors/links';
import { looksLikeName, readSpeakers, splitByline, withoutLabel } from '../../../extractors/names';
import { readPage } from '../../../extractors/read';
import { labelled, labelOf } from '../../../extractors/talk/labels';

const RUNS = [
  ' ',
  'a',
  '1',
  '-',
  '.',
  ':',
  '(',
  '"',
  'Ab ',
  '12:',
  '| ',
  '1. May ',
  '12 by ',
  ' by Ana',
  'Ana Lima, ',
  'http://a',
  '山',
  '\n',
  '2026-',
  '年',
];
const TOOLS: Record<string, (text: string) => unknown> = {
  readWhen,
  readClock,
  looksLikeName,
  readSpeakers,
  splitByline,
  withoutLabel,
  labelOf,
  labelled,
  linkKind: (text) => linkKind('https://site.example/', text),
};
/** Milliseconds of the processor, not of the clock, because other work may share the machine. */
const BOUND = 200;
/** The time given to a page, and what may be needed beyond it in linkedom, which counts and copies some ten times as slowly as browsers. */
const TIME = 800;
const AFTERWARDS = 800;
const HUGE: Record<string, string> = {
  '50,000 links': Array.from({ length: 50_000 }, (_, at) => `<a href="/talks/${at}">Talk ${at} by Bo Chen</a> `).join(''),
  'a paragraph of 10 MB': `<p>${'10:00 Sorting by Bo Chen | '.repeat(370_000)}</p>`,
  'an attribute of 10 MB': `<p class="${'nav-'.repeat(2_500_000)}">Cards</p>`,
};

function read(html: string) {
  const { document } = parseHTML(`<!doctype html><html lang="en">${html}</html>`);
  return readPage(document, 'https://conf.example/talks/1');
}

describe('hostile pages', () => {
  it.each(Object.keys(TOOLS))('%s stays fast on long near-misses', (name) => {
    for (const run of RUNS) {
      const text = run.repeat(Math.ceil(200_000 / run.length));
      const from = process.cpuUsage();
      TOOLS[name]?.(text);
      expect(process.cpuUsage(from).user / 1000, JSON.stringify(run)).toBeLessThan(BOUND);
    }
  });

  it('keeps no markup and no unsafe link in any field', () => {
    const bad = '&lt;img src=x onerror=alert(1)&gt;&lt;script&gt;alert(1)&lt;/script&gt;';
    const reading = read(`<head><title>Sorting ${bad} | CardConf 2026</title></head><body><h1>Sorting ${bad}</h1><h3>Speaker</h3>
      <p>Ana Lima ${bad}</p><h3>Abstract</h3><p>Cards ${bad}</p><h3>Room</h3><p>Blue ${bad}</p><h3>Slides</h3>
      <p><a href="javascript:alert(1)">Slides</a> <a href="data:text/html,x">Slides</a> <a href="https://u:p@deck.example/">Slides</a>
      <a href="https://slides.com/ana/sorting">Slides</a></p></body>`);
    expect(reading?.talks).toHaveLength(1);
    expect(JSON.stringify(reading)).not.toMatch(/<\w|<\/|javascript:|data:|u:p@/);
    expect(reading?.talks[0]?.links.map(({ url }) => url)).toEqual(['https://slides.com/ana/sorting']);
  });

  it('cuts a title of ten megabytes', () => {
    const long = 'Sorting '.repeat(1_250_000);
    const reading = read(`<head><title>${long}</title></head><body><h1>Sorting by hand</h1><h3>Speaker</h3><p>Ana Lima</p></body>`);
    expect(reading?.source.title.length).toBeLessThanOrEqual(LIMITS.title);
    expect(reading?.talks[0]?.title).toBe('Sorting by hand');
  });

  it.each(Object.keys(HUGE))('gives up in time on %s, with the talk that stands at its top', (name) => {
    const { document } = parseHTML(
      `<!doctype html><html lang="en"><head><title>Sorting by hand | CardConf 2026</title></head><body><h1>Talk: Sorting by hand</h1>
        <p>Speaker: Ana Lima</p>${HUGE[name]}</body></html>`,
    );
    const from = process.cpuUsage();
    const spent = () => process.cpuUsage(from).user / 1000;
    const reading = readPage(document, 'https://conf.example/talks/1', new Date(), deadlineIn(TIME, spent));
    expect(spent()).toBeLessThan(TIME + AFTERWARDS);
    expect(reading?.talks[0]).toMatchObject({ title: 'Sorting by hand', speakers: [{ name: 'Ana Lima' }] });
  });

  it('is not surprised by keys and references in JSON-LD', () => {
    const ld = `{"@context":"https://schema.org","@id":"#a","@type":"Event","name":"Sorting by hand","__proto__":{"polluted":"yes"},
      "constructor":{"prototype":{"polluted":"yes"}},"superEvent":{"@id":"#a"},"location":{"@id":"#a"},"startDate":["2026-05-04",{"@id":"#a"}]}`;
    const deep = `${'{"@type":"Event","mainEntity":'.repeat(3000)}1${'}'.repeat(3000)}`;
    const reading = read(`<head><title>Sorting by hand</title><script type="application/ld+json">${ld}</script>
      <script type="application/ld+json">${deep}</script></head><body><h1>Sorting by hand</h1><h3>Speaker</h3><p>Ana Lima</p></body>`);
    expect(reading?.talks[0]).toMatchObject({ title: 'Sorting by hand', starts: '2026-05-04' });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
