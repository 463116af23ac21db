/** The page of threats names the tests that attack them: each is there, and each kind of threat has one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const PAGE = 'docs/THREATS.md';
const text = readFileSync(PAGE, 'utf8');
const sections = text.split(/^## /m).slice(1);
/** Names of files and folders of tests in backquotes; a name without a folder stands for a file beside the one before it. */
const named = [...text.matchAll(/`((?:tests\/[\w./-]+)|(?:[\w-]+\.(?:test|spec)\.ts))`/g)].map(([, name = '']) => name);

describe(PAGE, () => {
  it('names tests', () => {
    expect(named.length).toBeGreaterThan(15);
  });

  it.each([...new Set(named)])('names %s, which is there', (name) => {
    const found = name.includes('/') ? existsSync(name) : everyTest().includes(name);
    expect(found).toBe(true);
  });

  it.each(sections.map((section) => [section.split('\n', 1)[0] ?? '', section]))('says how "%s" is attacked', (_title, section) => {
    expect(section).toMatch(/`[^`]*(?:\.(?:test|spec)\.ts|tests\/[^`]+)`/);
  });
});

function everyTest(): string[] {
  return readdirSync('tests', { recursive: true, encoding: 'utf8' }).map((path) => path.replace(/^.*\//, ''));
}
