import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Talk } from '../../../core/talk';
import { anyTalk, RUNS } from './arbitrary';
import { readBack, writtenText } from './files';
import { NOW, SAMPLE } from './sample';

const PLAIN = SAMPLE[0] as Talk;

function library(talks: unknown[], head: object = { format: 'talkshelf', version: 1 }): string {
  return JSON.stringify({ ...head, talks }, null, 2);
}

describe('json', () => {
  it('gives equal talks back, whatever is in them and however the file comes in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyTalk, { maxLength: 4 }), fc.integer({ min: 1, max: 4000 }), async (talks, chunk) => {
        const items = await readBack('json', await writtenText('json', talks), chunk);
        expect(items.map((item) => ('talk' in item ? item.talk : item))).toEqual(talks);
      }),
      RUNS,
    );
  });

  it('reads a file that another program laid out', async () => {
    const items = await readBack('json', library(SAMPLE), 7);
    expect(items.map((item) => 'talk' in item && item.talk)).toEqual(SAMPLE);
  });

  it('carries settings, templates and searches', async () => {
    const backup = { settings: { theme: 'dark' }, templates: [{ name: 'Slack', text: '{{title}} }]"' }], searches: ['tag:x'] };
    const items = await readBack('json', await writtenText('json', [], { backup, now: NOW }));
    expect(items).toEqual([{ backup }]);
  });

  it.each([
    ['empty', '', { refused: 'empty', line: 1, fatal: true }],
    ['cut off in a talk', library([PLAIN]).slice(0, 700), { refused: 'truncated', fatal: true }],
    ['cut off behind a talk', library([PLAIN]).slice(0, -3), { refused: 'truncated', fatal: true }],
    ['of a newer version', library([PLAIN], { format: 'talkshelf', version: 2 }), { refused: 'newer', line: 4, fatal: true }],
    ['of another program', library([PLAIN], { format: 'other', version: 1 }), { refused: 'unknown', fatal: true }],
    ['without talks', '{"format":"talkshelf","version":1}', { refused: 'unknown', fatal: true }],
    ['closed wrongly', '{"format":"talkshelf","version":1,"talks":[}', { refused: 'malformed', line: 1, fatal: true }],
    ['going on after its end', `${library([])}{}`, { refused: 'malformed', fatal: true }],
    ['an array', '[1]', { refused: 'malformed', fatal: true }],
    ['nested too deep', `{"format":"talkshelf","version":1,"talks":[${'['.repeat(100_000)}`, { refused: 'too deep', fatal: true }],
    ['endless', `{"format":"talkshelf","version":1,"talks":["${'x'.repeat(1_100_000)}`, { refused: 'too large', fatal: true }],
  ])('refuses a file %s', async (_name, text, refusal) => {
    const items = await readBack('json', text, 5000);
    expect(items.at(-1)).toMatchObject(refusal);
  });

  it.each([
    ['no title', { ...PLAIN, title: ' ' }, { refused: 'no title', detail: 'title' }],
    ['a script', { ...PLAIN, links: [{ url: 'javascript:alert(1)', kind: 'page' }] }, { refused: 'unsafe address', detail: 'links.0.url' }],
    ['a file', { ...PLAIN, source: { ...PLAIN.source, url: 'file:///etc/passwd' } }, { refused: 'unsafe address', detail: 'source.url' }],
    ['a wrong kind', { ...PLAIN, kind: 'toString' }, { refused: 'wrong value', detail: 'kind' }],
    ['a wrong date', { ...PLAIN, starts: 'tomorrow' }, { refused: 'wrong value', detail: 'starts' }],
    ['too much text', { ...PLAIN, abstract: 'x'.repeat(4001) }, { refused: 'wrong value', detail: 'abstract' }],
    ['no talk at all', 7, { refused: 'malformed' }],
  ])('refuses a talk with %s, and only that', async (_name, talk, refusal) => {
    const items = await readBack('json', library([PLAIN, talk, PLAIN]));
    expect(items).toMatchObject([{ talk: { id: PLAIN.id } }, refusal, { talk: { id: PLAIN.id } }]);
    expect(items[1]).toHaveProperty('line');
  });

  it('leaves no member behind that it does not know', async () => {
    const text = library([PLAIN]).replace('"title"', '"__proto__": {"polluted": 1}, "other": 1, "title"');
    const [item] = await readBack('json', text);
    expect(item).toEqual({ talk: PLAIN, line: 5 });
    expect(Object.getPrototypeOf({})).not.toHaveProperty('polluted');
  });
});
