/** Listings as servers write them, and as nobody should. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isOurs } from '../../../../../storage/sync/names';
import { readMultistatus } from '../../../../../storage/sync/webdav/multistatus';

const read = (name: string) => readFileSync(`tests/fixtures/storage/sync/backends/webdav/${name}.xml`, 'utf8');
const changed = Date.parse('2026-11-20T10:00:00Z');

describe('a multistatus', () => {
  it.each([
    ['apache', { etag: '12-6433aa', size: 18, changed }],
    ['nextcloud', { etag: '9b1c', size: 18 }],
    ['nginx', { size: 18, changed }],
    ['proxied', { etag: '9b1c', size: 18 }],
  ])('of %s names its files', (server, expected) => {
    const files = readMultistatus(read(server)).filter(({ isFolder }) => !isFolder);
    expect(files).toEqual([{ name: '3f2a.a', isFolder: false, ...expected }]);
  });

  it('of a hostile server expands nothing and leads nowhere', () => {
    const found = readMultistatus(read('hostile'));
    expect(found).toEqual([
      { name: '../../secret', isFolder: false, etag: '&b;&file;' },
      { name: '__proto__', isFolder: false, etag: '1' },
    ]);
    expect(found.filter(({ name }) => isOurs(name)).map(({ name }) => name)).toEqual(['__proto__']);
  });

  it('is refused wherever it breaks off', () => {
    const whole = read('apache').trimEnd();
    expect(readMultistatus(whole)).toHaveLength(2);
    for (let length = 0; length < whole.length; length += 1) {
      expect(() => readMultistatus(whole.slice(0, length)), whole.slice(Math.max(0, length - 30), length)).toThrow(
        'no complete multistatus',
      );
    }
  });

  it.each(['', '<html><body>Sign in to the network</body></html>', '{"error":"no"}', '<multistatus/>'])('is not what %j is', (text) => {
    expect(() => readMultistatus(text)).toThrow('no complete multistatus');
  });

  it('has a bottom and an end', () => {
    const deep = '<multistatus>' + '<a>'.repeat(100_000);
    expect(() => readMultistatus(deep)).toThrow('no end');
    const long = `<multistatus>${'<response><href>/a</href></response>'.repeat(60_000)}</multistatus>`;
    expect(() => readMultistatus(long)).toThrow('no end');
  });
});
