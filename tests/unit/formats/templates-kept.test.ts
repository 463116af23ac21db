import { describe, expect, it } from 'vitest';
import { templatesIn } from '../../../formats/templates/kept';
import { PRESETS } from '../../../formats/templates/presets';
import { SNIPPETS } from '../../../formats/templates/snippets';
import { problemOf, renderTalk } from '../../../formats/templates/template';
import { SAMPLE } from './sample';

describe('what the editor offers', () => {
  it.each(Object.values(SNIPPETS).flat())('%s can be used', (snippet) => {
    const text = snippet.replace('|', '{{title}}');
    expect(problemOf(text)).toBeUndefined();
    for (const talk of SAMPLE) expect(renderTalk({ name: 'x', text, escape: 'none' }, talk)).not.toContain('{{');
  });
});

const KEPT = { name: 'x', text: '{{title}}', escape: 'html' };

describe('kept templates', () => {
  it('come back as they were', () => {
    expect(templatesIn(JSON.parse(JSON.stringify(PRESETS)))).toEqual(PRESETS);
  });

  it.each([
    ['an unknown markup', { escape: 'constructor' }, { escape: 'none' }],
    ['an extension that is none', { extension: '../x' }, {}],
    ['a name of two lines', { name: 'a\n b' }, { name: 'a b' }],
  ])('with %s are made usable', (_name, change, expected) => {
    expect(templatesIn([{ ...KEPT, ...change }])).toEqual([{ ...KEPT, ...expected }]);
  });

  it.each([
    [null],
    ['x'],
    [[1, null, { name: 'x' }]],
    [[{ name: '', text: 'x', escape: 'none' }]],
    [[{ name: 'x', text: '{{__proto__}}', escape: 'none' }]],
  ])('are none in %j', (value) => {
    expect(templatesIn(value)).toEqual([]);
  });

  it('have each name once, and no more than a menu can show', () => {
    const many = Array.from({ length: 300 }, (_, place) => ({ name: `x${place % 200}`, text: 'x', escape: 'none' }));
    expect(templatesIn(many)).toHaveLength(100);
  });
});
