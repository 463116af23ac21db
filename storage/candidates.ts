import { canonicalKey } from '../core/canonical';
import { foldTitle } from '../core/fold';
import { isSameTalk, keysOf } from '../core/identity';
import type { Talk, TalkDraft } from '../core/talk';
import type { Library } from './database';

/** The saved talks that share a key with some drafts, by key. */
export class CandidateIndex {
  private readonly byKey = new Map<string, Map<string, Talk>>();

  static async of(db: Library, drafts: readonly TalkDraft[]): Promise<CandidateIndex> {
    const keys = [...new Set(drafts.flatMap(keysOf))];
    const index = new CandidateIndex();
    for (const talk of await db.talks.where('keys').anyOf(keys).distinct().toArray()) index.add(talk);
    return index;
  }

  /** All of them, each once. */
  talks(): Talk[] {
    return [...new Map([...this.byKey.values()].flatMap((talks) => [...talks])).values()];
  }

  add(talk: Talk): void {
    for (const key of talk.keys) {
      const talks = this.byKey.get(key) ?? new Map<string, Talk>();
      this.byKey.set(key, talks.set(talk.id, talk));
    }
  }

  /** The saved talk that a draft is, if any. Where several claim the draft's page, the title decides, then the page they were saved from. */
  match(draft: TalkDraft): Talk | undefined {
    const found = new Map(keysOf(draft).flatMap((key) => [...(this.byKey.get(key) ?? [])]));
    const same = [...found.values()].filter((talk) => isSameTalk(draft, talk));
    if (same.length <= 1) return same[0];
    const title = foldTitle(draft.title);
    const page = canonicalKey(draft.source.url);
    const titled = same.filter((talk) => foldTitle(talk.title) === title);
    const fromHere = (titled.length > 0 ? titled : same).filter((talk) => canonicalKey(talk.source.url) === page);
    return fromHere[0] ?? titled[0];
  }
}
