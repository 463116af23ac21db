import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000 });

const FIXTURES = 'tests/fixtures/formats';
const FOLDER = mkdtempSync(join(tmpdir(), 'convert-'));

/** Runs the tool as a person would; its exit status, standard output and standard error. */
function convert(...parameters: string[]): Promise<{ status: number; out: string; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['tests/tools/convert.mjs', ...parameters], (error, out, said) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, out, said });
    });
  });
}

describe('npm run convert', () => {
  it('makes one list of several files, and says what it could not take', async () => {
    const target = join(FOLDER, 'list.csv');
    const { status, said } = await convert(`${FIXTURES}/bookmarks/chrome.html`, `${FIXTURES}/schedule-json/pretalx.json`, target);
    expect(status).toBe(0);
    expect(readFileSync(target, 'utf8')).toContain('Queues that never forget,https://conf.example/2026/talk/QUEUES/');
    expect(said).toContain('chrome.html:18: The address is not one of the web.');
    expect(said).toContain('pretalx.json:55: There is no title.');
    expect(said).toContain('5 talks written');
  });

  it('writes to standard output, in the format asked for', async () => {
    const { out } = await convert('--to', 'ris', `${FIXTURES}/json/written.json`, '-');
    expect(out).toBe(readFileSync(`${FIXTURES}/ris/written.ris`, 'utf8'));
  });

  it('reads documents as the browser would', async () => {
    const source = join(FOLDER, 'evening.ics');
    const event = ['UID:1', 'DTSTART:20260504T170000Z', 'SUMMARY:Nets at night', 'URL:https://conf.example/nets'];
    writeFileSync(source, ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', ...event, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n'));
    const { out } = await convert('--to', 'markdown', source, '-');
    expect(out).toContain('Nets at night');
  });

  it.each([
    [['missing.json', 'x.md'], 1, 'missing.json: there is no such file'],
    [[`${FIXTURES}/json/written.json`, 'x.nope'], 1, 'no format ".nope" to write'],
    [['package.json', '-', '--to', 'csv'], 1, 'package.json: The file is of no known format.'],
    [['--to', 'csv', '--group', 'colour', 'package.json', '-'], 1, '--group takes: event tag month status'],
    [[], 2, 'usage: convert'],
    [['--help'], 0, 'usage: convert'],
    [['--colour', 'a.json', 'b.md'], 2, "Unknown option '--colour'"],
    [['tests', 'x.md'], 1, 'tests: this is no file'],
    [[`${FIXTURES}/json/written.json`, 'no-such-folder/x.md'], 1, 'no-such-folder/x.md: this cannot be written (ENOENT)'],
  ])('%j ends with %i and a sentence', async (parameters, status, sentence) => {
    const ended = await convert(...parameters);
    expect(ended).toMatchObject({ status });
    expect(ended.said).toContain(sentence);
    expect(ended.said).not.toMatch(/\n\s+at /);
  });
});
