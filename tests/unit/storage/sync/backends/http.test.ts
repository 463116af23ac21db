/** What answers mean, and what a request never does. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { asking, jsonOf } from '../../../../../storage/sync/http/ask';
import { address, basicAuth, originOf } from '../../../../../storage/sync/http/settings';
import { problemOf, retryAfter } from '../../../../../storage/sync/http/status';

interface Refusal {
  says: string;
  status: number;
  headers: Record<string, string>;
  kind: string;
  retryAfter?: number;
}

const answering = (respond: () => Response) => asking(() => Promise.resolve(respond()), {});

describe('a refusal', () => {
  it.each([
    [401, 'auth'],
    [403, 'forbidden'],
    [404, 'badAnswer'],
    [409, 'busy'],
    [412, 'busy'],
    [413, 'quota'],
    [423, 'busy'],
    [429, 'busy'],
    [500, 'server'],
    [503, 'server'],
    [507, 'quota'],
  ])('%i is a problem of the kind %s', async (status, kind) => {
    await expect(answering(() => new Response('secret', { status }))('https://a.example/')).rejects.toMatchObject({
      kind,
      detail: { status },
    });
  });

  const github = JSON.parse(readFileSync('tests/fixtures/storage/sync/backends/github/refusals.json', 'utf8')) as Refusal[];
  it.each(github)('of GitHub: $says', ({ status, headers, kind, retryAfter: wait }) => {
    vi.setSystemTime(1_763_636_400_000);
    expect(problemOf(status, new Headers(headers))).toMatchObject({ kind, ...(wait && { detail: { retryAfter: wait } }) });
    vi.useRealTimers();
  });

  it.each([
    [{ 'retry-after': '120' }, 120_000],
    [{ 'retry-after': 'Fri, 20 Nov 2026 10:01:00 GMT' }, 60_000],
    [{ 'retry-after': 'Fri, 20 Nov 2020 10:01:00 GMT' }, 0],
    [{ 'retry-after': '999999999' }, 21_600_000],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ])('with %j asks to wait %s ms', (headers, wait) => {
    expect(retryAfter(new Headers(headers as Record<string, string>), Date.parse('2026-11-20T10:00:00Z'))).toBe(wait);
  });
});

describe('a request', () => {
  it('takes neither cookies nor cache along and follows no redirect', async () => {
    const fetched = vi.fn(() => Promise.resolve(new Response('ok')));
    await asking(fetched, { authorization: 'Basic x' })('https://a.example/');
    expect(fetched.mock.calls[0]).toMatchObject([
      'https://a.example/',
      { credentials: 'omit', cache: 'no-store', redirect: 'manual', headers: { authorization: 'Basic x' } },
    ]);
  });

  it('that is sent elsewhere is a matter of the settings', async () => {
    const elsewhere = answering(() => new Response(null, { status: 302, headers: { location: 'https://b.example/' } }));
    await expect(elsewhere('https://a.example/')).rejects.toMatchObject({ kind: 'badSettings', detail: { field: 'url' } });
  });

  it('that fails or breaks off means that the server is away', async () => {
    const away = asking(() => Promise.reject(new TypeError('Failed to fetch https://anna:secret@a.example')), {});
    const problem = await away('https://a.example/').catch((error: unknown) => error as Error);
    expect(problem).toMatchObject({ kind: 'offline' });
    expect((problem as Error).message).not.toContain('secret');
    const torn = new ReadableStream({ pull: (controller) => controller.error(new TypeError('network error')) });
    await expect(answering(() => new Response(torn))('https://a.example/')).rejects.toMatchObject({ kind: 'offline' });
  });

  it('whose server falls silent ends', async () => {
    vi.useFakeTimers();
    const silent = asking(
      (_url, init) =>
        new Promise((_done, failed) => init?.signal?.addEventListener('abort', () => failed(new DOMException('', 'AbortError')))),
      {},
    );
    const ended = expect(silent('https://a.example/')).rejects.toMatchObject({
      kind: 'offline',
      message: 'The server did not answer in time.',
    });
    await vi.advanceTimersByTimeAsync(26_000);
    await ended;
    vi.useRealTimers();
  });

  it('reads no more than the limit of an endless answer', async () => {
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array((given += 1) && 1_000)) });
    await expect(answering(() => new Response(endless))('https://a.example/', { limit: 10_000 })).rejects.toMatchObject({
      kind: 'badAnswer',
    });
    expect(given).toBeLessThan(20);
  });

  it('that finds a sign-in page instead of JSON says so', async () => {
    const answer = await answering(() => new Response('<html>Welcome to the hotel'))('https://a.example/');
    expect(() => jsonOf(answer)).toThrow('not JSON');
  });
});

describe('an address', () => {
  it.each([
    ['https://cloud.example/dav/anna', 'https://cloud.example/dav/anna/'],
    [' https://cloud.example ', 'https://cloud.example/'],
    ['http://10.0.0.5:8080/vault//?x#y', 'http://10.0.0.5:8080/vault/'],
  ])('%s is %s', (url, expected) => expect(address({ url }, 'url')).toBe(expected));

  it.each(['', 'cloud.example', 'ftp://cloud.example/', 'https://anna:secret@cloud.example/', 'javascript:alert(1)'])(
    'is not %j',
    (url) => {
      expect(() => address({ url }, 'url')).toThrow(expect.objectContaining({ kind: 'badSettings', detail: { field: 'url' } }));
    },
  );

  it('asks for its host without the port, which Firefox does not know', () => {
    expect(originOf('https://nas.example:8443/dav/')).toBe('https://nas.example/*');
  });

  it('carries names and passwords in UTF-8', () => {
    expect(basicAuth('anna', 'påss')).toEqual({ authorization: `Basic ${Buffer.from('anna:påss').toString('base64')}` });
    expect(basicAuth('', 'x')).toEqual({});
  });
});
