import 'fake-indexeddb/auto';
/** What the backends do that no server of the suite can be made to do. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FolderHandle } from '../../../../../storage/sync/folder/handles';
import { BACKENDS } from '../../../../../storage/sync/backends';
import { isOurs, versionByTime } from '../../../../../storage/sync/names';

const fixture = (path: string): unknown => JSON.parse(readFileSync(`tests/fixtures/storage/sync/backends/${path}`, 'utf8'));
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

describe('CouchDB', () => {
  it('adds what changed to what was there, in one request', async () => {
    const asked: string[] = [];
    const couch = BACKENDS.get('couchdb')!.open({ url: 'https://couch.example/vault' }, (url) => {
      asked.push(url as string);
      return Promise.resolve(json(fixture('couchdb/changes.json')));
    });
    const before = [
      ['v1:h:3f2a.a', '3-aaaa'],
      ['v1:h:7bc0.b', '2-bbbb'],
      ['v1:h:dd00.a', '1-cccc'],
    ];
    const listing = await couch.list('v1/h', JSON.stringify(['"5-g1AA"', before]));
    expect(listing?.entries).toEqual([
      { path: 'v1/h/3f2a.a', version: '4-967a' },
      { path: 'v1/h/dd00.a', version: '1-cccc' },
    ]);
    expect(asked).toEqual(['https://couch.example/vault/_changes?since=5-g1AA&limit=1000']);
  });
});

describe('GitHub', () => {
  const open = (repository: string) =>
    BACKENDS.get('github')!.open({ repository, token: 't' }, (url) => Promise.resolve(new Response(url as string)));

  it.each(['anna/talks', 'https://github.com/anna/talks', 'https://github.com/anna/talks.git', ' anna/talks/ '])(
    'knows %j',
    async (written) => {
      const bytes = await open(written).get('v1/vault.json', 1_000);
      expect(new TextDecoder().decode(bytes)).toBe('https://api.github.com/repos/anna/talks/contents/v1/vault.json');
    },
  );

  it.each(['talks', 'anna/talks/more', 'anna/../x y'])('does not take %j for a repository', (written) => {
    expect(() => open(written)).toThrow(expect.objectContaining({ kind: 'badSettings', detail: { field: 'repository' } }));
  });

  it('says which settings are wrong where the repository is not there', async () => {
    const errors = [{ type: 'NOT_FOUND', message: 'Could not resolve to a Repository with the name anna/talks.' }];
    const github = BACKENDS.get('github')!.open({ repository: 'anna/talks', token: 't' }, (url) =>
      Promise.resolve(
        (url as string).endsWith('/graphql') ? json({ data: { repository: null }, errors }) : json({ message: 'Not Found' }, 404),
      ),
    );
    await expect(github.list('v1/h')).rejects.toMatchObject({ kind: 'badSettings', detail: { field: 'repository' } });
  });
});

describe('a folder', () => {
  it.each<[PermissionState]>([['prompt'], ['denied']])('whose permission is %s says so, and looks not empty', async (state) => {
    const handle = { queryPermission: () => Promise.resolve(state) } as unknown as FolderHandle;
    await expect(BACKENDS.get('folder')!.open({ folder: handle }, fetch).list('v1/h')).rejects.toMatchObject({ kind: 'noPermission' });
  });

  it('that the browser forgot has to be chosen again', async () => {
    await expect(BACKENDS.get('folder')!.open({ folder: 'a lost key' }, fetch).list('v1/h')).rejects.toMatchObject({
      kind: 'noPermission',
    });
  });

  it('has other programs’ files in it, which are passed over', () => {
    const { ours, others } = fixture('folder/names.json') as { ours: string[]; others: string[] };
    expect(ours.filter((name) => !isOurs(name))).toEqual([]);
    expect(others.filter(isOurs)).toEqual([]);
  });
});

describe('a version by time', () => {
  it('is never the same while the file is young', () => {
    expect(versionByTime(10_000, 5, 11_000)).not.toBe(versionByTime(10_000, 5, 11_000));
    expect(versionByTime(10_000, 5, 12_001)).toBe(versionByTime(10_000, 5, 90_000));
  });
});
