/** Every reader against files that are nearly right: our fixtures with random damage. A failure names the seed that gives it again. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import type { Imported } from '../../../formats/format';
import { FORMATS } from '../../../formats/formats';
import { readFile } from '../../../formats/input/files';
import { expectHarmless } from './harmless';

const FOLDER = new URL('../../fixtures/formats/', import.meta.url).pathname;
const FILES = process.env['CI'] ? 10_000 : 200;
vi.setConfig({ testTimeout: 600_000 });

/** Pieces that mean something to one of the parsers. */
const TOKENS = [
  '"',
  '\\',
  '<',
  '>',
  '</',
  '&',
  '&#',
  ']]>',
  '<!--',
  '<![CDATA[',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\n',
  '\r',
  '- ',
  '*a',
  '&a',
  '!!',
  '\0',
  '__proto__',
  'javascript:',
  '\ud800',
  '\u202e',
];

/** Mulberry32: small, and the same everywhere. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return Math.floor((((value ^ (value >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

function damaged(file: string, seed: number): string {
  const pick = random(seed);
  let text = file;
  for (let times = 1 + pick(6); times > 0; times -= 1) {
    const [at, length] = [pick(text.length), pick(40)];
    const damage = [
      () => text.slice(0, at) + text.slice(at + length),
      () => text.slice(0, at) + (TOKENS[pick(TOKENS.length)] ?? '') + text.slice(at),
      () => text.slice(0, at) + String.fromCharCode(pick(0x300)) + text.slice(at + 1),
      () => text.slice(0, at) + text.slice(pick(text.length), pick(text.length)) + text.slice(at),
      () => text.slice(0, at) + text.slice(at, at + length).repeat(1 + pick(50)) + text.slice(at + length),
      () => text.slice(0, at),
    ];
    text = damage[pick(times > 1 ? damage.length - 1 : damage.length)]?.() ?? text;
  }
  return text;
}

describe('damaged files', () => {
  const readers = [...FORMATS.values()].filter(({ ways }) => ways !== 'out');
  it.each(readers.map(({ id }) => id))('%s: nothing harmful comes in, nothing is thrown', async (id) => {
    const names = readdirSync(FOLDER + id).filter((name) => !/\.read\.json$|\.txt$/.test(name));
    const files = names.map((name) => readFileSync(`${FOLDER}${id}/${name}`, 'utf8'));
    let talks = 0;
    for (let seed = 0; seed < FILES; seed += 1) {
      const text = damaged(files[seed % files.length] ?? '', seed);
      const items: Imported[] = [];
      try {
        const { read } = await FORMATS.get(id)!.load();
        for await (const item of read!(new Blob([text]).stream().pipeThrough(new TextDecoderStream()) as never, {})) items.push(item);
        expectHarmless(items);
      } catch (error) {
        throw new Error(`seed ${seed} of ${names[seed % files.length]}`, { cause: error });
      }
      talks += items.filter((item) => 'talk' in item).length;
    }
    // Damage that lets no talk through would test nothing.
    expect(talks).toBeGreaterThan(FILES / 50);
  });

  it('whole files of any bytes are refused or read', async () => {
    for (let seed = 0; seed < FILES / 10; seed += 1) {
      const pick = random(seed);
      const bytes = Uint8Array.from({ length: pick(300) }, () => pick(256));
      if (seed % 3 === 0) bytes.set([0x50, 0x4b, 3, 4].slice(0, bytes.length));
      const items: Imported[] = [];
      for await (const { item } of readFile({ name: 'x', bytes: new Blob([bytes]).stream() as never }, {})) items.push(item);
      expectHarmless(items);
    }
  });
});
