/** Every regular expression in use is fed long near-misses: what it costs may grow in proportion to the text, and no faster. */
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { built, builtDuring, literals, type Pattern } from './collect';
import { nearMisses, type NearMiss } from './near-misses';

/** Four times the text may take so many times as long: in proportion it is 4, with the square 16. */
const MOST_GROWTH = 9;
const SHORT = 2000;
const LONG = 8000;
/** Milliseconds under which a difference says nothing. */
const NOTHING = 2;
/** What grows without measure is found on short texts, before a longer one would hang. */
const RUNGS = [24, 32, 48, 64, 125, 500];
const RUNAWAY = 8;

/** Built from what is known at run time only: an example of each. */
const EXAMPLES: Pattern[] = [
  { source: '^(?:---|\\.\\.\\.)[ \\t]*$', flags: 'm', place: 'extractors/matter/split.ts' },
  { source: '\\b2026\\b', flags: '', place: 'extractors/meetup/when.ts' },
  { source: '^Room[^:]*:\\s*', flags: '', place: 'extractors/archives/fosdem.ts' },
  { source: '^\\s*"talks"\\s*:\\s*$', flags: '', place: 'formats/json/split.ts' },
];

const modules = import.meta.glob('../../../{core,extractors,formats,storage}/**/*.ts');
const builders = [...new Set(built())];
const made = await builtDuring(() => Promise.all(builders.flatMap((file) => modules[`../../../${file}`]?.() ?? [])));
const all = [...literals(), ...made, ...EXAMPLES];

describe('the patterns in use', () => {
  it('are all looked at', () => {
    expect(all.length).toBeGreaterThan(400);
    const known = new Set([...made, ...EXAMPLES].map(({ place }) => basename(place)));
    expect(builders.filter((file) => !known.has(basename(file)))).toEqual([]);
  });

  it('cost in proportion to the text', () => {
    const different = [...new Map(all.map((one) => [`/${one.source}/${one.flags}`, one])).values()];
    expect(different.flatMap((pattern) => faults(pattern))).toEqual([]);
  });

  it('are told from those that do not', () => {
    for (const source of ['^(?:a+)+$', '^(\\w+\\s?)*$', '[.,]+$', '\\s*<x>']) {
      expect(faults({ source, flags: '', place: 'here' })).toHaveLength(1);
    }
  });
});

function faults(pattern: Pattern): string[] {
  const miss = nearMisses(pattern).find((one) => runsAway(pattern, one) || outgrows(pattern, one));
  return miss ? [`${pattern.place} ${JSON.stringify(miss(20))} /${pattern.source.slice(0, 200)}/${pattern.flags}`] : [];
}

function runsAway(pattern: Pattern, miss: NearMiss): boolean {
  return RUNGS.some((length) => took(pattern, miss(length)) > RUNAWAY && quickest(pattern, miss(length)) > RUNAWAY);
}

function outgrows(pattern: Pattern, miss: NearMiss): boolean {
  const isTooMuch = (): boolean => {
    const long = quickest(pattern, miss(LONG));
    return long > NOTHING && long > quickest(pattern, miss(SHORT)) * MOST_GROWTH;
  };
  return took(pattern, miss(LONG)) > NOTHING && isTooMuch() && isTooMuch();
}

/** The quickest of three times, because other work may share the machine. */
function quickest(pattern: Pattern, text: string): number {
  return Math.min(took(pattern, text), took(pattern, text), took(pattern, text));
}

function took({ source, flags }: Pattern, text: string): number {
  const pattern = new RegExp(source, flags.replace('y', ''));
  const from = performance.now();
  if (flags.includes('g')) text.replace(pattern, '');
  else pattern.test(text);
  return performance.now() - from;
}
