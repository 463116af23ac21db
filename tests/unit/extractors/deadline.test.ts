/** A page whose reading takes too long is read as far as the time goes: what was found until then is kept. */
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { deadlineIn, type Deadline } from '../../../extractors/deadline';
import { readPage } from '../../../extractors/read';

const MANY = 1500;

function read(html: string, url: string, late?: Deadline) {
  const { document } = parseHTML(`<!doctype html><html lang="en">${html}</html>`);
  return readPage(document, url, new Date(), late);
}

/** A deadline after so many questions, which a clock that moves on at each look makes. */
function after(questions: number): Deadline {
  let looks = 0;
  return deadlineIn(questions, () => looks++);
}

function items(one: (at: number) => string): string {
  return Array.from({ length: MANY }, (_, at) => one(at)).join('');
}

const NOTES = `<head><title>Card Podcast, episode 3</title></head><body><h1>Episode 3</h1><audio src="3.mp3"></audio><h2>Show notes</h2>
  <ul>${items((at) => `<li><a href="https://site${at}.example/">Sorting number ${at}</a> and why</li>`)}</ul></body>`;
const SCHEDULE = `<head><title>Schedule | CardConf</title></head><body><h1>Schedule</h1>
  <ul>${items((at) => `<li><h3><a href="/talks/${at}">Sorting cards, part ${at}</a></h3><p class="speaker">Ana Lima</p></li>`)}</ul></body>`;
const TALK = `<head><title>Sorting by hand | CardConf</title></head><body><h1>Talk: Sorting by hand</h1><p>Speaker: Ana Lima</p>
  ${items((at) => `<p>Word <b>${at}</b> about cards</p>`)}</body>`;

describe('a deadline', () => {
  it('passes when its time is over, and in part before', () => {
    let now = 1000;
    const late = deadlineIn(100, () => now);
    expect([late(), late(0.5)]).toEqual([false, false]);
    now = 1060;
    expect([late(), late(0.5)]).toEqual([false, true]);
    now = 1100;
    expect(late()).toBe(true);
  });

  it.each([
    ['show notes', NOTES, 'https://cards.example/episodes/3'],
    ['a schedule', SCHEDULE, 'https://cards.example/schedule'],
  ])('leaves %s with what was found until then', (_, html, url) => {
    const [whole, part] = [read(html, url), read(html, url, after(5000))];
    expect(whole?.talks).toHaveLength(MANY);
    expect(part?.kind).toBe(whole?.kind);
    expect(part?.talks.length).toBeGreaterThan(100);
    expect(part?.talks.length).toBeLessThan(MANY);
    expect(part?.talks[0]?.title).toBe(whole?.talks[0]?.title);
  });

  it('leaves a talk page with the talk at its top', () => {
    expect(read(TALK, 'https://cards.example/talks/1', after(3000))?.talks).toMatchObject([
      { title: 'Sorting by hand', speakers: [{ name: 'Ana Lima' }] },
    ]);
  });

  it('that is over from the start finds nothing and fails nowhere', () => {
    for (const html of [NOTES, SCHEDULE, TALK]) expect(() => read(html, 'https://cards.example/talks/1', () => true)).not.toThrow();
  });
});
