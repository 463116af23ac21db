import { batch, effect, signal } from '@preact/signals';
import { type Range, PAGE, covers, paged } from '../../components/list/window';
import { reconciled } from '../../components/list/reconcile';
import { type Selection, NOTHING } from '../../components/selection';
import type { TagCount } from '../../components/tagbox/completion';
import type { Talk } from '../../core/talk';
import { watch } from '../../storage/live';
import type { LibraryProblem } from '../../storage/problem';
import { type SearchResult, search, tagsInUse } from '../../storage/search';

const FIRST: Range = { first: 0, end: 2 * PAGE };

/** The saved talks a view shows: what is asked for, the part of the answer that is near the screen, and where the cursor stands. Always live. */
export class Shelf {
  readonly query = signal('');
  readonly tags = signal<readonly string[]>([]);
  readonly rows = signal<ReadonlyMap<number, Talk>>(new Map());
  /** Undefined until the first answer. */
  readonly total = signal<number | undefined>(undefined);
  readonly problem = signal<LibraryProblem | undefined>(undefined);
  readonly currentId = signal<string | undefined>(undefined);
  readonly selection = signal<Selection>(NOTHING);
  readonly inUse = signal<readonly TagCount[]>([]);
  private readonly wanted = signal<Range>(FIRST);
  private readonly attempt = signal(0);
  private place = 0;

  /** Starts reading; the tags come after the first rows, because nothing waits for them. */
  open(): void {
    effect(() => {
      const [query, tags, range] = [this.query.value, this.tags.value, this.wanted.value, this.attempt.value];
      const options = { limit: range.end - range.first, offset: range.first, tags };
      return watch(
        () => search(query, options),
        (result) => this.take(result, range),
        (problem) => (this.problem.value = problem),
      );
    });
    const stop = this.total.subscribe((total) => {
      if (total === undefined) return;
      queueMicrotask(() => stop());
      watch(tagsInUse, (inUse) => (this.inUse.value = inUse), ignore);
    });
  }

  readonly retry = (): void => {
    batch(() => {
      this.problem.value = undefined;
      this.attempt.value++;
    });
  };

  readonly ask = (query: string): void => this.change(() => (this.query.value = query));

  readonly toggleTag = (tag: string): void => {
    const tags = this.tags.peek();
    this.change(() => (this.tags.value = tags.includes(tag) ? tags.filter((other) => other !== tag) : [...tags, tag]));
  };

  readonly clear = (): void =>
    this.change(() => {
      this.query.value = '';
      this.tags.value = [];
    });

  /** Says which rows are on the screen; reads further where they come near the end of what is there. */
  readonly show = (range: Range): void => {
    if (!covers(this.wanted.peek(), { first: range.first, end: Math.min(range.end, this.total.peek() ?? range.end) })) {
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

  /** Brings the cursor and the focus to the row it is on, or to the first one. */
  readonly focusList = (): void => {
    const place = this.current() ? this.place : Math.min(...this.rows.peek().keys());
    const talk = this.rows.peek().get(place);
    if (!talk) return;
    this.pick(talk, place);
    requestAnimationFrame(() => document.getElementById(`talk-${talk.id}`)?.focus());
  };

  /** Every talk the view asks for, not only what is near the screen, in its order. @throws LibraryProblem */
  async *everyShown(): AsyncGenerator<Talk> {
    const [query, tags, step] = [this.query.peek(), this.tags.peek(), 500];
    for (let offset = 0; ; offset += step) {
      const { talks } = await search(query, { limit: step, offset, tags });
      yield* talks;
      if (talks.length < step) return;
    }
  }

  private change(asked: () => void): void {
    batch(() => {
      asked();
      this.wanted.value = FIRST;
      this.currentId.value = undefined;
    });
  }

  private take({ talks, total }: SearchResult, { first }: Range): void {
    batch(() => {
      const known = reconciled(this.rows.peek().values(), talks);
      this.rows.value = new Map(known.map((talk, index) => [first + index, talk]));
      this.total.value = total;
      this.problem.value = undefined;
      this.keepCursor(known, first, total);
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
      if (document.activeElement === document.body) this.focusList();
    });
  }
}

function ignore(problem: LibraryProblem): void {
  console.warn('talkshelf: the tags could not be read', problem);
}
