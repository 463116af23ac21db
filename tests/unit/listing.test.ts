/** The stores' listings (store/): every language has every part, within the stores' lengths, with a sentence for each permission that is asked for. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import config from '../../wxt.config';

const LANGUAGES = readdirSync('locales').map((file) => file.replace('.json', ''));
/** Chrome Web Store (2026-11): 75 characters for the name, 132 for the summary, 16,000 for the description, 1,000 for each justification. */
const MOST = { name: 75, Summary: 132, Description: 16_000, permission: 1000 };

interface Listing {
  name: string;
  parts: Map<string, string>;
}

describe('the listings', () => {
  it('are in every language of the interface', () => {
    expect(
      readdirSync('store')
        .filter((file) => file !== 'README.md')
        .sort(),
    ).toEqual(LANGUAGES.map((language) => `${language}.md`).sort());
    expect(LANGUAGES.length).toBeGreaterThanOrEqual(7);
  });

  it.each(LANGUAGES)('%s is whole and not too long', (language) => {
    const { name, parts } = listing(language);
    const { extensionName, extensionDescription } = JSON.parse(readFileSync(`locales/${language}.json`, 'utf8')) as Record<string, string>;
    expect([...parts.keys()]).toEqual(['Summary', 'Description', 'Permissions', 'Privacy']);
    expect(name).toBe(extensionName);
    expect(name.length).toBeLessThanOrEqual(MOST.name);
    // The Chrome Web Store takes the summary from the manifest.
    expect(parts.get('Summary')).toBe(extensionDescription);
    expect(parts.get('Summary')?.length).toBeLessThanOrEqual(MOST.Summary);
    for (const part of ['Description', 'Privacy']) expect(parts.get(part)?.length).toBeGreaterThan(100);
    expect(parts.get('Description')?.length).toBeLessThanOrEqual(MOST.Description);
    expect(parts.get('Description')?.match(/^- /gm)).toHaveLength(5);
  });

  it.each(LANGUAGES)('%s gives a sentence for each permission, and for no other', async (language) => {
    const lines = (listing(language).parts.get('Permissions') ?? '').split('\n');
    const told = lines.map((line) => /^- `(\w+)` ?[:：] ?(.+[.。])$/u.exec(line)?.slice(1, 3) ?? [line, '']);
    expect(told.map(([permission]) => permission).sort()).toEqual((await asked()).sort());
    expect(told.filter(([, sentence = '']) => sentence.length < 10 || sentence.length > MOST.permission)).toEqual([]);
  });
});

/** What the manifest asks for; WXT adds the side panel's permission, because there is one. */
async function asked(): Promise<string[]> {
  const { manifest } = config;
  if (typeof manifest !== 'function') throw new Error('the manifest is made by a function');
  const made = await manifest({ browser: 'chrome', mode: 'production', command: 'build', manifestVersion: 3 });
  const hosts = (['host_permissions', 'optional_host_permissions'] as const).filter((key) => made[key]?.length);
  return [...(made.permissions ?? []).map(String), ...hosts, ...(readdirSync('entrypoints').includes('sidepanel') ? ['sidePanel'] : [])];
}

function listing(language: string): Listing {
  const [head = '', ...rest] = readFileSync(`store/${language}.md`, 'utf8').split(/^## /m);
  const parts = rest.map((part): [string, string] => {
    const end = part.indexOf('\n');
    return [part.slice(0, end), part.slice(end).trim()];
  });
  return { name: head.replace('# ', '').trim(), parts: new Map(parts) };
}
