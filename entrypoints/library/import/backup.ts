import type { Way } from '../../../core/adopt';
import { tagColoursIn } from '../../../core/tag-colours';
import { tagsIn } from '../../../core/tags';
import { STATUSES } from '../../../core/talk';
import type { Backup } from '../../../formats/format';
import { templatesIn } from '../../../formats/templates/kept';
import { searchesIn } from '../../../storage/saved-searches';
import { MOST_SEARCHES, type NewTalks, type Settings, readSetting, writeSetting } from '../../../storage/settings';
import { type Theme, THEMES, chooseTheme, chosenTheme } from '../theme';

/** The settings that travel. What only means something in this browser, such as the watermark, or is secret, stays at home. */
interface Travelling {
  copyAs?: string;
  newTalks?: NewTalks;
  theme?: Theme;
  tagColours?: Record<string, string>;
}

/** What travels with a backup beside the talks, checked. */
export type Parts = Pick<Settings, 'templates' | 'searches'> & { settings: Travelling };

/** The parts of a backup that can be used here; undefined where there is none. */
export function partsOf(backup: Backup | undefined): Parts | undefined {
  const parts = {
    templates: templatesIn(backup?.templates),
    searches: searchesIn(backup?.searches),
    settings: settingsIn(backup?.settings),
  };
  return parts.templates.length + parts.searches.length + Object.keys(parts.settings).length > 0 ? parts : undefined;
}

/** What a backup made now carries beside the talks. */
export async function backupNow(): Promise<Backup & Parts> {
  const beside = await besideTalks();
  const theme = chosenTheme();
  return theme === 'system' ? beside : { ...beside, settings: { ...beside.settings, theme } };
}

/** The same without the theme, which only pages know. */
export async function besideTalks(): Promise<Backup & Parts> {
  const [templates = [], searches = [], copyAs, newTalks, tagColours] = await Promise.all([
    readSetting('templates'),
    readSetting('searches'),
    readSetting('copyAs'),
    readSetting('newTalks'),
    readSetting('tagColours'),
  ]);
  return { settings: { ...(copyAs && { copyAs }), ...(newTalks && { newTalks }), ...(tagColours && { tagColours }) }, templates, searches };
}

/** Takes the parts over; where mine and theirs have one name, the choice for talks decides. @returns what takes it back */
export async function restore(parts: Parts, way: Way): Promise<() => Promise<void>> {
  const before = await backupNow();
  await put({
    templates: joined(before.templates, parts.templates, way),
    searches: joined(before.searches, parts.searches, way).slice(0, MOST_SEARCHES),
    settings: way === 'theirs' ? { ...before.settings, ...parts.settings } : { ...parts.settings, ...before.settings },
  });
  return () => put(before);
}

async function put({ templates, searches, settings: { copyAs, newTalks, theme, tagColours } }: Parts): Promise<void> {
  chooseTheme(theme ?? 'system');
  await Promise.all([
    writeSetting('templates', templates),
    writeSetting('searches', searches),
    writeSetting('copyAs', copyAs),
    writeSetting('newTalks', newTalks),
    writeSetting('tagColours', tagColours),
  ]);
}

function joined<T extends { name: string }>(mine: readonly T[], theirs: readonly T[], way: Way): T[] {
  const [first, then] = way === 'theirs' ? [theirs, mine] : [mine, theirs];
  const names = new Set(first.map(({ name }) => name));
  return [...first, ...then.filter(({ name }) => !names.has(name))];
}

function settingsIn(value: unknown): Travelling {
  if (typeof value !== 'object' || value === null) return {};
  const { copyAs, newTalks, theme, tagColours } = value as Record<keyof Travelling, unknown>;
  const known = { theme: THEMES.find((each) => each === theme), newTalks: newTalksIn(newTalks) };
  const colours = tagColoursIn(tagColours);
  return {
    ...(colours.size > 0 && { tagColours: Object.fromEntries(colours) }),
    ...(typeof copyAs === 'string' && copyAs.length <= 100 && { copyAs }),
    ...(known.newTalks && { newTalks: known.newTalks }),
    ...(known.theme && { theme: known.theme }),
  };
}

function newTalksIn(value: unknown): NewTalks | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { tags, status } = value as Record<keyof NewTalks, unknown>;
  const known = STATUSES.find((each) => each === status);
  const texts = Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
  return known && { tags: texts.flatMap(tagsIn), status: known };
}
