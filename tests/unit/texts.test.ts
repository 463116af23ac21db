/** Every text people see comes from locales/, every text there is used, and every language has all of them with the same blanks to fill in. */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

interface Texts {
  [key: string]: string | Texts;
}

const LANGUAGES = readdirSync('locales').map((file) => file.replace('.json', ''));
const SOURCES = ['components', 'entrypoints', 'core', 'wxt.config.ts'].flatMap(filesIn);
const CODE = SOURCES.map((file) => readFileSync(file, 'utf8')).join('\n');

const english = textsOf('en');

describe('the texts', () => {
  it('are all used', () => {
    const patterns = [...CODE.matchAll(/`([\w.]+\.)\$\{[^}]*\}(\w*)`/g)].map(([, start = '', end = '']) => ({ start, end }));
    const used = (key: string) =>
      CODE.includes(`'${key}'`) ||
      CODE.includes(`__MSG_${key.replaceAll('.', '_')}__`) ||
      patterns.some(({ start, end }) => key.startsWith(start) && key.endsWith(end));
    expect([...english.keys()].filter((key) => !used(key))).toEqual([]);
  });

  it('are nowhere written into the views', () => {
    const written = SOURCES.filter((file) => file.endsWith('.tsx')).flatMap(wordsIn);
    expect(written).toEqual([]);
  });
});

describe.each(LANGUAGES.filter((language) => language !== 'en'))('in %s', (language) => {
  const texts = textsOf(language);

  it('are the same as in English', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('have the same blanks, and something in them', () => {
    const wrong = [...english].filter(([key, forms]) => {
      const others = texts.get(key) ?? [];
      return (
        others.length !== forms.length || others.some((text, form) => text.trim() === '' || blanks(text) !== blanks(forms[form] ?? ''))
      );
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});

/** The texts of a language by key; a plural has two forms. The one for many stands for both. */
function textsOf(language: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const collect = (texts: Texts, path: string): void => {
    for (const [name, value] of Object.entries(texts)) {
      const key = path ? `${path}.${name}` : name;
      if (typeof value === 'string') found.set(key, [value]);
      else if (typeof value['n'] === 'string') found.set(key, [value['n']]);
      else collect(value, key);
    }
  };
  collect(JSON.parse(readFileSync(`locales/${language}.json`, 'utf8')) as Texts, '');
  return found;
}

function blanks(text: string): string {
  return [...new Set(text.match(/\$\d/g))].sort().join();
}

function filesIn(path: string): string[] {
  if (/\.tsx?$/.test(path)) return [path];
  if (/\.\w+$/.test(path)) return [];
  return readdirSync(path).flatMap((name) => filesIn(`${path}/${name}`));
}

/** Words between tags, and in attributes that are read or shown. */
function wordsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) found.push(`${file}: ${node.text.trim()}`);
    if (
      ts.isJsxAttribute(node) &&
      /^(aria-label|placeholder|title|alt)$/.test(node.name.getText()) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer)
    ) {
      found.push(`${file}: ${node.initializer.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
