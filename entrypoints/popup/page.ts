import { batch, computed, effect, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { PageState } from '../../components/drafts/PageSection';
import { type Offer, offersOf } from '../../components/drafts/offer';
import { type SaveReply, type TabState, send } from '../../core/messages';
import { draftsOf } from '../../core/reading';
import type { Talk, TalkDraft } from '../../core/talk';
import { library } from '../../storage/database';
import { watch } from '../../storage/live';
import { savedTalksFor } from '../../storage/lookups';
import { type LibraryProblem, problemOf } from '../../storage/problem';
import { type NewTalks, readSetting } from '../../storage/settings';
import { answered, saveSurely } from './saving';

/** A page with thousands of elements takes a while to read; after this it will not answer any more. */
const PATIENCE = 15_000;

/** The page of the current tab: what can be clipped there, what of it is chosen, and the save. */
export class Page {
  readonly state = signal<PageState>('reading');
  readonly title = signal('');
  readonly filter = signal('');
  readonly tags = signal<readonly string[]>([]);
  readonly saving = signal(false);
  readonly problem = signal<LibraryProblem | undefined>(undefined);
  private readonly drafts = signal<readonly TalkDraft[]>([]);
  private readonly saved = signal<readonly (Talk | undefined)[]>([]);
  private readonly touched = signal<ReadonlyMap<number, boolean>>(new Map());
  private shown: Offer[] = [];
  private defaults: NewTalks = { tags: [], status: 'to watch' };

  readonly offers = computed<readonly Offer[]>(
    () => (this.shown = offersOf(this.drafts.value, this.saved.value, this.touched.value, this.shown)),
  );

  constructor(private readonly savedSome: (reply: SaveReply) => void) {}

  /** What new talks start with, as it is set; the tags stand in the box unless somebody typed already. */
  readonly loadDefaults = async (): Promise<void> => {
    this.defaults = (await readSetting('newTalks')) ?? this.defaults;
    if (this.tags.peek().length === 0) this.tags.value = this.defaults.tags;
  };

  /** Reads the page; again when asked to. */
  readonly read = async (): Promise<void> => {
    this.state.value = 'reading';
    try {
      const { page, problem } = await this.ask(await currentTab());
      const drafts = page ? draftsOf(page) : [];
      if (drafts.length > 0) await this.follow(drafts);
      this.title.value = page?.title ?? '';
      this.state.value = problem ?? (drafts.length > 0 ? 'found' : 'nothing');
    } catch (error) {
      console.error('talkshelf: the page could not be read', error);
      this.state.value = 'failed';
    }
  };

  readonly toggle = (place: number): void => {
    const chosen = this.offers.peek()[place]?.chosen ?? false;
    this.toggleAll([place], !chosen);
  };

  readonly toggleAll = (places: readonly number[], chosen: boolean): void => {
    this.touched.value = new Map([...this.touched.peek(), ...places.map((place) => [place, chosen] as const)]);
  };

  /** What of the page is to be copied: the talks that are chosen, else those that are saved; as they are saved, where they are. */
  readonly toCopy = async (): Promise<Talk[]> => {
    const { complete } = await import('../../formats/input/complete');
    const chosen = this.offers.peek().filter((offer) => offer.chosen);
    const meant = chosen.length > 0 ? chosen : this.offers.peek().filter(({ saved }) => saved);
    return meant.map(({ draft, saved }) => saved ?? complete(draft, new Date()));
  };

  readonly save = async (): Promise<void> => {
    const drafts = this.offers.peek().flatMap(({ chosen, draft }) => (chosen ? [draft] : []));
    if (drafts.length === 0 || this.saving.peek()) return;
    batch(() => {
      this.saving.value = true;
      this.problem.value = undefined;
    });
    try {
      const { status } = this.defaults;
      const ways = {
        ask: (wanted: TalkDraft[], tags: string[]) => send('save', { drafts: wanted, tags, status }),
        // Fetched only where the worker does not answer.
        write: async (wanted: TalkDraft[], tags: string[]) =>
          (await import('../../storage/talks')).saveDrafts(wanted, tags, library, status),
      };
      const reply = await saveSurely(drafts, [...this.tags.peek()], ways);
      this.touched.value = new Map();
      this.tags.value = this.defaults.tags;
      this.savedSome(reply);
    } catch (error) {
      console.error('talkshelf: a save failed', error);
      this.problem.value = problemOf(error);
    } finally {
      this.saving.value = false;
    }
  };

  /** A worker that was stopped while it read is asked once more. */
  private async ask(tabId: number): Promise<TabState> {
    const read = () => answered(send('readTab', { tabId }), PATIENCE);
    try {
      return await read();
    } catch (error) {
      console.warn('talkshelf: the worker did not read the page', error);
      return read();
    }
  }

  /** Shows the drafts once it is known which are saved, and keeps that up to date. A library that cannot be asked does not hide the page. */
  private follow(drafts: readonly TalkDraft[]): Promise<void> {
    return new Promise((known) => {
      const take = (saved: readonly (Talk | undefined)[]) => {
        batch(() => {
          this.drafts.value = drafts;
          this.saved.value = saved;
        });
        known();
      };
      this.stopFollowing();
      this.stopFollowing = watch(
        () => savedTalksFor(drafts),
        take,
        () => take([]),
      );
    });
  }

  private stopFollowing: () => void = () => undefined;
}

/** The tab the popup belongs to. `?tab=ID` names another one, for a popup that is shown as a page. */
async function currentTab(): Promise<number> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null) return Number(named);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) throw new Error('talkshelf: there is no current tab');
  return tab.id;
}

/** Runs once, when the page is known; for the focus. */
export function whenKnown(page: Page, then: (state: PageState) => void): void {
  const stop = effect(() => {
    const state = page.state.value;
    if (state === 'reading') return;
    queueMicrotask(() => {
      stop();
      then(state);
    });
  });
}
