/** docs/BROWSERS.md is the whole truth about tests that run in one browser only. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const SPECS = 'tests/e2e';

/** The name and browser of each row of the list. */
function listed(): string[] {
  const [, table = ''] = readFileSync('docs/BROWSERS.md', 'utf8').split('## Tests in one browser only');
  const rows = table.split('\n').filter((line) => /^\| [a-z]/.test(line) && !line.startsWith('| name '));
  return rows.map((row) => {
    const [, name = '', browser = ''] = row.split('|').map((cell) => cell.trim());
    return `${browser} ${name}`;
  });
}

const sources = readdirSync(SPECS)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(`${SPECS}/${name}`, 'utf8') }));

function skipped(): string[] {
  return sources.flatMap(({ text }) => [...text.matchAll(/onlyIn\('(\w+)', '([\w-]+)'\)/g)].map(([, browser, why]) => `${browser} ${why}`));
}

describe('the list of what runs in one browser only', () => {
  it('names every test that is left out, and nothing else', () => {
    expect(listed().length).toBeGreaterThan(5);
    expect([...new Set(skipped())].sort()).toEqual(listed().sort());
  });

  it('knows no name of a browser but the two', () => {
    for (const entry of listed()) expect(entry).toMatch(/^(chromium|firefox) /);
  });

  it('is the only way to leave a test out for a browser', () => {
    const calls = sources.flatMap(({ name, text }) =>
      [...text.matchAll(/\bonlyIn\((?!'(?:chromium|firefox)', '[\w-]+'\))/g)].map(() => `${name}: a call that is not plain`),
    );
    const ways = sources.flatMap(({ name, text }) =>
      [...text.matchAll(/\.(?:skip|fixme|fail)\([^;]*?(?:browserHere|product|browserName|project|\.browser\b)[^;]*;/g)].map(() => name),
    );
    expect(calls).toEqual(['browser.ts: a call that is not plain']);
    expect(ways).toEqual(['browser.ts']);
  });
});
