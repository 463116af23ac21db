import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { backupNow, partsOf, restore } from '../../../../entrypoints/library/import/backup';
import { chooseTheme } from '../../../../entrypoints/library/theme';
import { readSetting, writeSetting } from '../../../../storage/settings';

const OWN = { name: 'Mine', text: '{{title}}', escape: 'none' };
const SEARCH = { name: 'Later', query: 'status:"to watch"', tags: ['ui'], filters: [], sort: 'date' as const };

const kept = new Map<string, string>();

// The theme lies in localStorage, and follows it through the page.
vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
});
vi.stubGlobal('document', { documentElement: { dataset: {} } });
vi.stubGlobal('matchMedia', () => ({ matches: false }));

beforeEach(() => {
  fakeBrowser.reset();
  kept.clear();
});

it('carries templates, searches and settings, and nothing that only means something here', async () => {
  await writeSetting('templates', [OWN]);
  await writeSetting('searches', [SEARCH]);
  await writeSetting('copyAs', 'own:Mine');
  await writeSetting('newTalks', { tags: ['later'], status: 'watching' });
  await writeSetting('tagColours', { ui: 'blue' });
  chooseTheme('dark');
  await writeSetting('watermark', { databaseId: 'x', sequence: 1, count: 1 });
  const backup = await backupNow();
  expect(backup).toEqual({
    settings: { copyAs: 'own:Mine', newTalks: { tags: ['later'], status: 'watching' }, theme: 'dark', tagColours: { ui: 'blue' } },
    templates: [OWN],
    searches: [SEARCH],
  });
  await fakeBrowser.storage.local.clear();
  kept.clear();
  const undo = await restore(partsOf(JSON.parse(JSON.stringify(backup)) as typeof backup)!, 'merge');
  expect(await backupNow()).toEqual(backup);
  await undo();
  expect(await backupNow()).toEqual({ settings: {}, templates: [], searches: [] });
});

it.each([
  ['mine', '{{title}}'],
  ['merge', '{{title}}'],
  ['theirs', '{{url}}'],
] as const)('of two templates with one name takes the one that is chosen: %s', async (way, text) => {
  await writeSetting('templates', [OWN]);
  await restore(
    partsOf({
      templates: [
        { ...OWN, text: '{{url}}' },
        { ...OWN, name: 'Other' },
      ],
    })!,
    way,
  );
  const kept = await readSetting('templates');
  expect(kept?.find(({ name }) => name === 'Mine')?.text).toBe(text);
  expect(kept).toHaveLength(2);
});

it.each([
  [undefined],
  [{}],
  [{ templates: 'x', searches: { length: 3 }, settings: [1] }],
  [{ templates: [null, 1, { name: 'x' }, { name: 'x', text: '{{constructor}}' }, { name: '', text: 'x' }] }],
  [
    {
      searches: [null, { name: 1, query: 'x' }, { name: 'x' }],
      settings: {
        copyAs: 1,
        theme: 'constructor',
        newTalks: { tags: 1, status: 'x' },
        tagColours: { ui: 'constructor', __proto__: 'red' },
        watermark: { count: 0 },
      },
    },
  ],
])('takes nothing from a backup that says %j', (backup) => {
  expect(partsOf(backup)).toBeUndefined();
});
