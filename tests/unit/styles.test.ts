/** The styles hold for text that runs from right to left: sides are named by the way the text runs, never by left and right. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = 'components/style';
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.css'));

/** A property or value that names a side of the screen. */
const SIDED = /(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)|left|right|float|clear)(?:-[\w-]+)?\s*:/;
const SIDED_VALUE = /:\s*[^;{}]*(?<![\w-])(?:left|right)(?![\w-])/;
/** Four lengths, of which the second and the fourth differ: right and left. */
const FOUR = /(?<![\w-])(margin|padding|inset|border-radius|border-width)\s*:\s*(\S+) ([^\s;]+) (\S+) ([^\s;]+)\s*;/;

/** The declarations of a style sheet that hold for one direction of text only. */
function sidedIn(css: string): string[] {
  const lines = css.replace(/\/\*[\s\S]*?\*\//g, '').split('\n');
  return lines.map((line) => line.trim()).filter((line) => SIDED.test(line) || SIDED_VALUE.test(line) || isUneven(line));
}

function isUneven(line: string): boolean {
  const [, , , second, , fourth] = FOUR.exec(line) ?? [];
  return second !== fourth;
}

describe('the styles', () => {
  it('are really looked at', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it.each([
    'margin-left: 1px;',
    'padding-right: 0;',
    'border-left-color: red;',
    'left: 0;',
    'text-align: left;',
    'float: inline-start;',
    'padding: 1px 2px 1px 3px;',
  ])('would be told of %s', (line) => {
    expect(sidedIn(`a {\n  ${line}\n}`)).toHaveLength(1);
  });

  it.each(['margin-inline-start: 1px;', 'padding: 1px 2px 1px 2px;', 'text-align: start;', 'inset: 0;', 'margin: -1px;'])(
    'may say %s',
    (line) => {
      expect(sidedIn(`a {\n  ${line}\n}`)).toEqual([]);
    },
  );

  it.each(files)('name no side in %s', (name) => {
    expect(sidedIn(readFileSync(join(FOLDER, name), 'utf8'))).toEqual([]);
  });
});
