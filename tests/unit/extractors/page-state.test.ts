import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { at, listAt, seek, stateIn, stateOf, textAt } from '../../../extractors/page-state';

function page(...scripts: string[]): Document {
  return parseHTML(`<html><body>${scripts.map((script) => `<script>${script}</script>`).join('')}</body></html>`).document;
}

describe('stateOf', () => {
  it.each([
    ['statements after the object', 'var ytState = {"a":{"b":1}};var meta = document.createElement("meta");', { a: { b: 1 } }],
    [
      'braces and quotes in strings',
      String.raw`var ytState = {"t":"} \" { \\","n":[1,{"x":"}"}]};f({});`,
      { t: '} " { \\', n: [1, { x: '}' }] },
    ],
    ['a property of window', 'window["ytState"] = {"a":1}', { a: 1 }],
    ['null first, the object later', 'var ytState = null; if (x) { ytState = {"late":true}; }', { late: true }],
    ['an object that never closes', 'var ytState = {"a":{"b":1};', undefined],
    ['an object that is no JSON', 'var ytState = {a: 1};', undefined],
    ['only a mention', 'use(ytState);', undefined],
  ])('reads %s', (_, script, state) => {
    expect(stateOf(page('var other = {"b":2};', script), 'ytState')).toEqual(state);
  });

  it('gives up on endless near-misses in bounded time', () => {
    const started = performance.now();
    expect(stateOf(page('var ytState = {"a": "\\\\'.repeat(50_000)), 'ytState')).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('stateIn', () => {
  it('is undefined where the script is missing or broken', () => {
    expect(stateIn(null)).toBeUndefined();
    expect(stateIn(page('{"a":').querySelector('script'))).toBeUndefined();
  });
});

describe('paths', () => {
  const state: unknown = JSON.parse('{"a":[{"t":" x "}],"__proto__":{"t":"own"},"n":1}');

  it('follow own properties only', () => {
    expect(textAt(state, 'a', 0, 't')).toBe('x');
    expect(textAt(state, '__proto__', 't')).toBe('own');
    expect(at(state, 'constructor')).toBeUndefined();
    expect(at(state, 'a', 'length')).toBe(1);
    expect(textAt(state, 'n')).toBeUndefined();
    expect(listAt(state, 'n')).toEqual([]);
  });

  it('find the outermost object first and stop at the caps', () => {
    expect(seek({ a: { b: { id: 2 } }, c: { id: 1 } }, (value) => 'id' in value)).toEqual({ id: 1 });
    let deep: unknown = { id: 'bottom' };
    for (let level = 0; level < 100; level += 1) deep = { deep };
    expect(seek(deep, (value) => 'id' in value)).toBeUndefined();
  });
});
