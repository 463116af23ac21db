import { batch, effect, signal } from '@preact/signals';
import { type Range, SCREENFUL, covers, paged } from '../../components/list/window';
import { reconciled } from '../../components/list/reconcile';
import { type Selection, NOTHING } from '../../components/selection';
import type { TagCount } from '../../components/tagbox/completion';
import type { Highlights } from '../../core/highlight';
import type { Talk } from '../../core/talk';
import { library } from '../../storage/database';
import { watch } from '../../storage/live';
import { countOfTalks, recentTalks } from '../../storage/lookups';
import type { LibraryProblem } from '../../storage/problem';
import type { SearchOptions, SearchResult } from '../../storage/search';
import { engine, loadEngine } from './engine';

const FIRST: Range = { first: 0, end: SCREENFUL };
/** Milliseconds without a key after which more than a screenful is read, so that the first scroll finds rows. */
const REST = 400;

/** What a view asks of the library. */
export interface Asked {
  readonly query: string;
  readonly tags: readonly string[];
  /** Conditions of facets, in the query language. */
  readonly filters: readonly string[];
  readonly sort: NonNullable<SearchOptions['sort']>;
}

export const EVERYTHING: Asked = { query: '', tags: [], filters: [], sort: 'relevance' };

/** The saved talks a view shows: what is asked for, the part of the answer that is near the screen, and where the cursor stands. Always live. */
export class Shelf {
  readonly asked = signal<Asked>(EVERYTHING);
  readonly rows = signal<ReadonlyMap<number, Talk>>(new Map());
  readonly highlights = signal<ReadonlyMap<string, Highlights>>(new Map());
  /** The last answer without its talks; undefined until the first one. */
  readonly answer = signal<Omit<SearchResult, 'talks' | 'highlights'> | undefined>(undefined);
  readonly problem = signal<LibraryProblem | undefined>(undefined);
  readonly currentId = signal<string | undefined>(undefined);
  readonly selection = signal<Selection>(NOTHING);
  /** Every tag with its count; empty until `needTags`. */
  readonly inUse = signal<readonly TagCount[]>([]);
  /** While very much is written at once, the shelf stays as it is instead of reading itself anew after every step. */
  readonly resting = signal(false);
  /** What counts all talks waits for the search index. */
  readonly waiting = signal(false);
  private readonly wanted = signal<Range>(FIRST);
  private readonly attempt = signal(0);
  private readonly tagsNeeded = signal(false);
  private place = 0;
  private restTimer: ReturnType<typeof setTimeout> | undefined;
  private awaited: string | undefined;

  /** Starts reading. */
  open(): void {
    effect(() => {
      const [asked, range] = [this.asked.value, this.wanted.value, this.attempt.value];
      const find = finder(asked, range);
      if (!find || this.resting.value) return undefined;
      return watch(
        find,
        (result) => this.take(result, range),
        (problem) => (this.problem.value = problem),
      );
    });
    effect(() =>
      this.tagsNeeded.value && engine.value && !this.waiting.value && !this.resting.value
        ? watch(engine.value.tagsInUse, (tags) => (this.inUse.value = tags), ignore)
        : undefined,
    );
  }

  /** Reads the tags in use from now on. */
  readonly needTags = (): void => {
    this.tagsNeeded.value = true;
    void loadEngine();
  };

  readonly retry = async (): Promise<void> => {
    // How it went is what the list asks for next.
    await library.open().catch(() => undefined);
    batch(() => {
      this.problem.value = undefined;
      this.attempt.value++;
    });
  };

  /** Asks for something else; what is not named stays as it was. */
  readonly ask = (change: Partial<Asked>): void => {
    batch(() => {
      this.asked.value = { ...this.asked.peek(), ...change };
      this.wanted.value = FIRST;
      this.currentId.value = undefined;
    });
  };

  readonly toggleTag = (tag: string): void => this.ask({ tags: flipped(this.asked.peek().tags, tag) });

  readonly toggleFilter = (condition: string): void => this.ask({ filters: flipped(this.asked.peek().filters, condition) });

  readonly clear = (): void => this.ask({ ...EVERYTHING, sort: this.asked.peek().sort });

  /** Says which rows are on the screen; reads further where they come near the end of what is there. */
  readonly show = (range: Range): void => {
    if (!covers(this.wanted.peek(), { first: range.first, end: Math.min(range.end, this.answer.peek()?.total ?? range.end) })) {
      this.wanted.value = paged(range);
    }
  };

  readonly pick = (talk: Talk, place: number): void => {
    this.place = place;
    this.currentId.value = talk.id;
  };

  /** The talk the cursor is on, as it is shown now. */
  current(): Talk | undefined {
    const id = this.currentId.peek();
    for (const talk of this.rows.peek().values()) if (talk.id === id) return talk;
    return undefined;
  }

  /** Brings the cursor and the focus to the row it is on, or to the first one; unless it is not `wanted` any more when the row is drawn. */
  readonly focusList = (wanted: () => boolean = () => true): void => {
    const place = this.current() ? this.place : Math.min(...this.rows.peek().keys());
    const talk = this.rows.peek().get(place);
    if (!talk) return;
    this.pick(talk, place);
    requestAnimationFrame(() => {
      if (wanted()) document.getElementById(`talk-${talk.id}`)?.focus();
    });
  };

  /** Brings the cursor to a talk as soon as it is in the list, and the focus too unless it went elsewhere meanwhile. */
  readonly await = (id: string): void => {
    this.awaited = id;
    this.meetAwaited();
  };

  /** Every talk the view asks for, not only what is near the screen, in its order. @throws LibraryProblem */
  async *everyShown(): AsyncGenerator<Talk> {
    const [asked, step] = [this.asked.peek(), 500];
    if (!isAsking(asked)) {
      yield* (await import('../../storage/newest')).newestTalks();
      return;
    }
    await loadEngine();
    for (let first = 0; ; first += step) {
      const { talks } = (await finder(asked, { first, end: first + step })?.()) ?? { talks: [] };
      yield* talks;
      if (talks.length < step) return;
    }
  }

  private take({ talks, highlights, ...answer }: SearchResult, { first }: Range): void {
    batch(() => {
      const known = reconciled(this.rows.peek().values(), talks);
      this.rows.value = new Map(known.map((talk, index) => [first + index, talk]));
      this.highlights.value = new Map(talks.map(({ id }, index) => [id, highlights[index] ?? {}]));
      this.answer.value = answer;
      this.problem.value = undefined;
      this.keepCursor(known, first, answer.total);
    });
    this.meetAwaited();
    this.readOn(answer.total);
  }

  /** Reads more than the screenful that was wanted first, once nobody types. */
  private readOn(total: number): void {
    clearTimeout(this.restTimer);
    if (this.wanted.peek() !== FIRST || total <= FIRST.end) return;
    this.restTimer = setTimeout(() => {
      if (this.wanted.peek() === FIRST) this.wanted.value = paged(FIRST);
    }, REST);
  }

  private meetAwaited(): void {
    const found = [...this.rows.peek()].find(([, talk]) => talk.id === this.awaited);
    if (!found) return;
    this.awaited = undefined;
    this.pick(found[1], found[0]);
    requestAnimationFrame(() => {
      if (isFocusFree()) this.focusList(isFocusFree);
    });
  }

  /** The cursor stays on its talk; where that is gone, on the one that took its place. */
  private keepCursor(talks: readonly Talk[], first: number, total: number): void {
    const id = this.currentId.peek();
    if (id === undefined) return;
    const index = talks.findIndex((talk) => talk.id === id);
    if (index >= 0) {
      this.place = first + index;
      return;
    }
    const outside = this.place < first || this.place >= first + talks.length;
    if (outside && this.place < total) return;
    const next = talks[Math.min(this.place, total - 1) - first];
    this.currentId.value = next?.id;
    if (next) this.pick(next, Math.min(this.place, total - 1));
    requestAnimationFrame(() => {
      if (isFocusFree()) this.focusList(isFocusFree);
    });
  }
}

/** Whether nothing has the focus: a person who went elsewhere meanwhile is left there. */
function isFocusFree(): boolean {
  return document.activeElement === document.body;
}

/** Whether anything narrows or orders the list; without, it is the newest talks. */
export function isAsking({ query, tags, filters, sort }: Asked): boolean {
  return query.trim() !== '' || tags.length > 0 || filters.length > 0 || sort !== 'relevance';
}

/** Whether there is no talk at all, so nothing to sort, narrow or export. */
export function isEmpty({ answer, asked }: Shelf): boolean {
  return answer.value?.total === 0 && !isAsking(asked.value);
}

/** The query for a part of the list, or undefined while the search is still being fetched. */
function finder(asked: Asked, { first, end }: Range): (() => Promise<SearchResult>) | undefined {
  const limit = end - first;
  if (!isAsking(asked)) return () => newest(limit, first);
  const found = engine.value;
  if (found) return () => found.search(asked.query, { ...asked, limit, offset: first });
  void loadEngine();
  return undefined;
}

async function newest(limit: number, offset: number): Promise<SearchResult> {
  return { talks: await recentTalks(limit, offset), highlights: [], total: await countOfTalks() };
}

function flipped(list: readonly string[], one: string): readonly string[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}

function ignore(problem: LibraryProblem): void {
  console.warn('talkshelf: the tags could not be read', problem);
}
