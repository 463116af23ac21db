/** Every regular expression in the project's sources: the literals, and the ones that modules build when they are loaded. */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

export interface Pattern {
  source: string;
  flags: string;
  /** File and line of a literal; the file of one that was built. */
  place: string;
}

const FLOORS = ['core', 'extractors', 'formats', 'storage', 'components', 'entrypoints'];

/** The project's own source files. */
export function sources(): string[] {
  return FLOORS.flatMap((floor) =>
    readdirSync(floor, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${floor}/${name}`),
  );
}

export function literals(): Pattern[] {
  return sources().flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
    const found: Pattern[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) found.push({ ...parted(node.text), place: placeOf(source, node) });
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

/** The files that put patterns together at run time. */
export function built(): string[] {
  return sources().flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'RegExp') found.push(file);
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

function parted(literal: string): { source: string; flags: string } {
  const end = literal.lastIndexOf('/');
  return { source: literal.slice(1, end), flags: literal.slice(end + 1) };
}

function placeOf(source: ts.SourceFile, node: ts.Node): string {
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
}

/** The patterns that are built while something runs, by `new RegExp`. */
export async function builtDuring(work: () => Promise<unknown>): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const plain = RegExp;
  const watched = new Proxy(plain, {
    construct(target, args: [string | RegExp, string?], newTarget: typeof RegExp) {
      const made = Reflect.construct<[string | RegExp, string?], RegExp>(target, args, newTarget);
      const from = new Error().stack?.split('\n')[2] ?? '';
      const place = /((?:core|extractors|formats|storage)\/[\w./-]+)/.exec(from.replace(/.*node_modules.*/, ''))?.[1];
      if (place) found.push({ source: made.source, flags: made.flags, place });
      return made;
    },
  });
  globalThis.RegExp = watched;
  try {
    await work();
  } finally {
    globalThis.RegExp = plain;
  }
  return found;
}
