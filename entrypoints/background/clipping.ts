import { canonicalKey } from '../../core/canonical';
import { draftsFromDrop } from '../../core/dropped-link';
import { keysOf } from '../../core/identity';
import { draftsOf } from '../../core/reading';
import { LIMITS, type TalkDraft } from '../../core/talk';
import { library } from '../../storage/database';
import { talksById } from '../../storage/lookups';
import { problemOf } from '../../storage/problem';
import { readSetting } from '../../storage/settings';
import { editTalk, saveDrafts } from '../../storage/talks';
import type { Clipped } from '../popup/clipped';
import { wordsOfLink } from './link-words';
import { readTab } from './reading';

/** Where a link was clicked. */
export interface ClickedLink {
  tabId: number;
  frameId: number;
  url: string;
  /** Its words, where the browser tells them (Firefox, 2026-11). */
  words: string | undefined;
}

/**
 * Saves the talk that a link leads to: as the page with the link knows it, or else the link with its words. The page behind it is not asked for, because
 * nobody has opened it; once somebody does, the talk is filled in like any that is met again.
 */
export function clipLink(link: ClickedLink): Promise<Clipped> {
  return clipped(async () => {
    const draft = (await listed(link)) ?? (await bare(link));
    return draft ? { saved: await save([draft]) } : { nothing: 'link' };
  });
}

/** Saves the page's talk, if it has just one, and puts what was selected below what stands in its note. */
export function noteSelection(tabId: number, selection: string): Promise<Clipped> {
  return clipped(async () => {
    const drafts = await draftsOn(tabId);
    if (drafts.length !== 1) return { nothing: 'note' };
    const saved = await save(drafts);
    const [id = ''] = [...saved.added, ...saved.updated, ...saved.unchanged];
    const [{ note: before } = { note: '' }] = await talksById([id]);
    await editTalk(id, { note: [before.trimEnd(), selection.trim()].filter(Boolean).join('\n\n').slice(0, LIMITS.note) });
    return { saved, note: { id, before } };
  });
}

async function clipped(deed: () => Promise<Clipped>): Promise<Clipped> {
  try {
    return await deed();
  } catch (error) {
    console.error('talkshelf: nothing could be clipped', error);
    return { problem: problemOf(error).kind };
  }
}

/** The one draft of the page that a link belongs to: its page, its recording, its slides. */
async function listed({ tabId, url }: ClickedLink): Promise<TalkDraft | undefined> {
  const key = canonicalKey(url);
  const found = (await draftsOn(tabId)).filter((draft) =>
    [...keysOf(draft), ...draft.links.map((link) => canonicalKey(link.url))].includes(key),
  );
  return found.length === 1 ? found[0] : undefined;
}

async function bare(link: ClickedLink): Promise<TalkDraft | undefined> {
  const words = link.words ?? (await wordsOfLink(link));
  const [draft] = draftsFromDrop({ uris: link.url, text: '', labels: new Map([[link.url, words]]) }, new Date());
  return draft;
}

async function draftsOn(tabId: number): Promise<TalkDraft[]> {
  const { page } = await readTab(tabId);
  return page ? draftsOf(page) : [];
}

async function save(drafts: readonly TalkDraft[]) {
  const { tags = [], status } = (await readSetting('newTalks')) ?? {};
  return saveDrafts(drafts, tags, library, status);
}
