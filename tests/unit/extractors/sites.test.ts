/**
 * Every site file against its fixtures, through the whole pipeline. A fixture is `<name>.html` with `<name>.json` beside it:
 * {"url": the page's address, "reading": what readPage gives, without source, or null}. `CAPTURE=<id>,<id> npx vitest run <this file>` writes the
 * readings of these sites anew, to be reviewed line by line.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ARCHIVE_HOSTS, isArchive } from '../../../core/archives';
import { ARCHIVES } from '../../../extractors/archives';
import { draftsOf } from '../../../core/reading';
import { DRAFT } from '../../../core/schema';
import { readPage } from '../../../extractors/read';
import { SITES } from '../../../extractors/sites';

const FOLDER = 'tests/fixtures/extractors';
const IDS = [...[...SITES.keys()].map((id) => `sites/${id}`), ...[...ARCHIVES.keys()].map((id) => `archives/${id}`)];
const CAPTURED = (process.env.CAPTURE ?? '').split(',');

interface Expected {
  url: string;
  reading: unknown;
}

describe.each(IDS)('%s', (id) => {
  const names = fixturesOf(id);

  it('has at least one page with talks and one without', () => {
    const readings = names.map((name) => expected(id, name).reading);
    expect(readings.filter((reading) => reading !== null).length).toBeGreaterThan(0);
    expect(readings.filter((reading) => reading === null).length).toBeGreaterThan(0);
  });

  it.each(names)('reads %s', (name) => {
    const { url, reading } = expected(id, name);
    const { document } = parseHTML(readFileSync(join(FOLDER, id, `${name}.html`), 'utf8'));
    const page = readPage(document, url, new Date(0));
    for (const draft of page ? draftsOf(page) : []) expect(v.safeParse(DRAFT, draft).issues, draft.title).toBeUndefined();
    const read = withoutSource(page);
    if (CAPTURED.some((one) => id.endsWith(`/${one}`)))
      writeFileSync(join(FOLDER, id, `${name}.json`), `${JSON.stringify({ url, reading: read }, null, 2)}\n`);
    else expect(read).toEqual(reading);
  });
});

it('knows the hosts of every archive before its script is loaded', () => {
  const hosts = [...ARCHIVES.values()].flatMap((site) => site.hosts);
  expect(hosts.filter((host) => !ARCHIVE_HOSTS.includes(host))).toEqual([]);
  expect(isArchive('https://www.youtube.com/watch?v=1')).toBe(true);
  expect(isArchive('https://youtube.com.example/')).toBe(false);
});

function fixturesOf(id: string): string[] {
  if (!existsSync(join(FOLDER, id))) return [];
  return readdirSync(join(FOLDER, id))
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replace(/\.html$/, ''));
}

function expected(id: string, name: string): Expected {
  return JSON.parse(readFileSync(join(FOLDER, id, `${name}.json`), 'utf8')) as Expected;
}

/** As JSON, because that is what leaves the page; where and when it was read is not the site's matter. */
function withoutSource(reading: unknown): unknown {
  return JSON.parse(JSON.stringify(reading, (key, value: unknown) => (key === 'source' ? undefined : value)));
}
