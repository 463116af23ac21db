/** The house tests itself: floors, keepers, no import cycle, every plugin has its fixtures, no drawer for odds and ends. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const FLOORS = ['core', 'extractors', 'formats', 'storage', 'components', 'entrypoints'] as const;
type Floor = (typeof FLOORS)[number];

/** What each floor may import of ours; `types` means `import type` only. */
const MAY: Record<Floor, Partial<Record<Floor, 'all' | 'types'>>> = {
  core: { core: 'all' },
  extractors: { core: 'all', extractors: 'all' },
  formats: { core: 'all', formats: 'all' },
  storage: { core: 'all', storage: 'all' },
  components: { core: 'all', components: 'all', extractors: 'types', formats: 'types', storage: 'types' },
  entrypoints: { core: 'all', extractors: 'all', formats: 'all', storage: 'all', components: 'all', entrypoints: 'all' },
};

/** Packages that only these paths may touch. */
const KEEPERS: Record<string, RegExp> = {
  dexie: /^storage\//,
  preact: /^(components|entrypoints)\//,
  '@preact/signals': /^(components|entrypoints)\//,
  'wxt/browser': /^(entrypoints\/|core\/messages\.ts$|storage\/settings\.ts$|storage\/backup\/place\.ts$|storage\/sync\/backends\/)/,
};

const files = FLOORS.flatMap((floor) => listed(floor));
const imports = files.flatMap(importsOf);

describe('the house', () => {
  it('is really looked at', () => {
    expect(files.length).toBeGreaterThan(10);
    expect(imports.length).toBeGreaterThan(files.length);
  });

  it('keeps its floors', () => {
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      const may = isFloor(to) ? MAY[floorOf(from)][floorOf(to)] : 'all';
      return may === undefined || (may === 'types' && !typeOnly);
    });
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('keeps its keepers', () => {
    const wrong = imports.filter(({ from, to }) => {
      const keeper = Object.keys(KEEPERS).find((name) => to === name || to.startsWith(`${name}/`));
      return keeper !== undefined && !KEEPERS[keeper]?.test(from);
    });
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
    const globals = files.filter(
      (file) =>
        !KEEPERS['wxt/browser']?.test(file) && /\b(chrome|browser)\.(runtime|storage|tabs|scripting|action|permissions)\b/.test(code(file)),
    );
    expect(globals).toEqual([]);
  });

  it('has no import cycle', () => {
    expect(findCycle(imports.filter(({ typeOnly }) => !typeOnly))).toBeUndefined();
  });

  it('gives every plugin its fixtures', () => {
    const plugins = ['extractors/sites', 'extractors/archives', 'formats', 'storage/sync/backends'].flatMap((folder) => pluginsIn(folder));
    const bare = plugins.filter(({ folder, id }) => !hasFixtures(join('tests/fixtures', folder, id)));
    expect(bare.map(({ folder, id }) => `${folder}/${id}`)).toEqual([]);
  });

  it('has no drawer for odds and ends', () => {
    const drawers = [...new Set(files.flatMap((file) => dirname(file).split('/')))].filter((name) =>
      /^(utils?|helpers?|common|types|hooks|lib|misc)$/.test(name),
    );
    expect(drawers).toEqual([]);
  });
});

function listed(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(path).isDirectory()) return listed(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

function code(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}

function importsOf(from: string): Import[] {
  const source = ts.createSourceFile(from, readFileSync(from, 'utf8'), ts.ScriptTarget.Latest);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const target = targetOf(node);
    if (target) found.push({ from, to: resolved(from, target.specifier), typeOnly: target.typeOnly });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function targetOf(node: ts.Node): { specifier: string; typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, typeOnly: isTypeOnly(node.importClause) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, typeOnly: node.isTypeOnly };
  }
  if (
    ts.isCallExpression(node) &&
    node.expression.kind === ts.SyntaxKind.ImportKeyword &&
    node.arguments[0] &&
    ts.isStringLiteral(node.arguments[0])
  ) {
    return { specifier: node.arguments[0].text, typeOnly: false };
  }
  return undefined;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return !clause.name && named !== undefined && ts.isNamedImports(named) && named.elements.every((element) => element.isTypeOnly);
}

function resolved(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const path = normalize(join(dirname(from), specifier)).replaceAll('\\', '/');
  return (
    [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((candidate) => existsSync(candidate) && statSync(candidate).isFile()) ??
    path
  );
}

function floorOf(path: string): Floor {
  return path.split('/')[0] as Floor;
}

function isFloor(path: string): boolean {
  return path.includes('/') && (FLOORS as readonly string[]).includes(floorOf(path));
}

function findCycle(edges: Import[]): string[] | undefined {
  const next = group(edges);
  const done = new Set<string>();
  const walk = (file: string, trail: string[]): string[] | undefined => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return undefined;
    done.add(file);
    for (const { to } of next.get(file) ?? []) {
      const cycle = walk(to, [...trail, file]);
      if (cycle) return cycle;
    }
    return undefined;
  };
  for (const file of next.keys()) {
    const cycle = walk(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}

function group(edges: Import[]): Map<string, Import[]> {
  const groups = new Map<string, Import[]>();
  for (const edge of edges) groups.set(edge.from, [...(groups.get(edge.from) ?? []), edge]);
  return groups;
}

/** A plugin is a file that lies loose in its folder and has a default export. */
function pluginsIn(folder: string): { folder: string; id: string }[] {
  return listed(folder)
    .filter((file) => dirname(file) === folder && /export default|as default/.test(readFileSync(file, 'utf8')))
    .map((file) => ({ folder, id: file.replace(/^.*\/|\.tsx?$/g, '') }));
}

function hasFixtures(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length > 0;
}
