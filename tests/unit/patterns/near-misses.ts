/** Texts that nearly match a pattern: what it repeats, repeated for long, and then something that it cannot accept. */
import { RegExpParser, type AST } from '@eslint-community/regexpp';
import type { Pattern } from './collect';

/** From so many repetitions on, a repetition may cost more than it looks. */
const LONG = 10;
/** Characters that stand for classes and sets, tried in turn. */
const TRIED = [
  ' ',
  'a',
  '1',
  '-',
  '.',
  ',',
  ':',
  'A',
  '<',
  '"',
  '(',
  '_',
  '/',
  '\n',
  '\t',
  'é',
  '山',
  '&',
  '#',
  '@',
  '*',
  '[',
  '{',
  '\\',
  '|',
  '=',
  '~',
  '%',
  '+',
  '!',
];
const KILLERS = ['', '\u0001', '\n'];
const MOST_PUMPS = 10;

/** What stands before a repetition, and the texts that go through it. */
interface Loop {
  lead: string;
  pumps: string[];
}

/** Makes a near-miss of about so many characters. */
export type NearMiss = (length: number) => string;

export function nearMisses({ source, flags }: Pattern): NearMiss[] {
  const u = flags.includes('u');
  const { alternatives } = new RegExpParser().parsePattern(source, 0, source.length, { unicode: u, unicodeSets: flags.includes('v') });
  const loops = alternatives.flatMap((one) => loopsIn(one.elements, ''));
  const seen = new Set<string>();
  return loops.flatMap(({ lead, pumps }) =>
    pumps.flatMap((pump) =>
      [...new Set(['', lead])].flatMap((before) =>
        KILLERS.flatMap((killer): NearMiss[] => {
          const key = JSON.stringify([before, pump, killer]);
          if (pump === '' || seen.has(key)) return [];
          seen.add(key);
          return [(length) => before + pump.repeat(Math.ceil(length / pump.length)) + killer];
        }),
      ),
    ),
  );
}

/** The repetitions in a sequence, each with the shortest text of what stands before it. */
function loopsIn(elements: readonly AST.Element[], before: string): Loop[] {
  let lead = before;
  return elements.flatMap((element) => {
    const found = loopsOf(element, lead);
    lead += samples(element)[0] ?? '';
    return found;
  });
}

function loopsOf(element: AST.Element, lead: string): Loop[] {
  switch (element.type) {
    case 'Quantifier': {
      const inner = loopsOf(element.element, lead);
      return element.max < LONG ? inner : [{ lead, pumps: samples(element.element).slice(0, MOST_PUMPS) }, ...inner];
    }
    case 'Group':
    case 'CapturingGroup':
      return element.alternatives.flatMap((one) => loopsIn(one.elements, lead));
    case 'Assertion':
      return 'alternatives' in element ? element.alternatives.flatMap((one) => loopsIn(one.elements, lead)) : [];
    default:
      return [];
  }
}

/** Short texts that an element accepts, different ones where it has alternatives. */
function samples(element: AST.Element): string[] {
  switch (element.type) {
    case 'Character':
      return [String.fromCodePoint(element.value)];
    case 'CharacterSet':
    case 'CharacterClass':
    case 'ExpressionCharacterClass':
      return charactersOf(element);
    case 'Quantifier':
      return element.min === 0 && element.max < LONG
        ? ['', ...samples(element.element).slice(0, 2)]
        : samples(element.element).map((one) => one.repeat(Math.max(1, Math.min(element.min, LONG))));
    case 'Group':
    case 'CapturingGroup':
      return element.alternatives.flatMap((one) => sequence(one.elements).slice(0, 3)).slice(0, MOST_PUMPS);
    default:
      return [''];
  }
}

function sequence(elements: readonly AST.Element[]): string[] {
  return elements.reduce<string[]>(
    (texts, element) => {
      const next = samples(element);
      return next.slice(0, 3).flatMap((one) => texts.slice(0, 3).map((text) => text + one));
    },
    [''],
  );
}

function charactersOf(set: AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass): string[] {
  const unicode = /\\p|\\u\{|[^\0-\uffff]/u.test(set.raw);
  const one = new RegExp(`^(?:${set.raw})$`, unicode ? 'u' : '');
  const own = set.type === 'CharacterClass' ? Array.from(set.raw.slice(1, -1)).filter((character) => one.test(character)) : [];
  return [...new Set([...TRIED.filter((character) => one.test(character)), ...own.slice(0, 4)])].slice(0, 6);
}
