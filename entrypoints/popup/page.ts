import { batch, computed, effect, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { PageState } from '../../components/drafts/PageSection';
import { type Offer, offersOf } from '../../components/drafts/offer';
import { type SaveReply, type TabState, send } from '../../core/messages';
import { draftsOf, type PageKind } from '../../core/reading';
import type { Talk, TalkDraft } from '../../core/talk';
import { library } from '../../storage/database';
import { watch } from '../../storage/live';
import { type LibraryProblem, problemOf } from '../../storage/problem';
import { type NewTalks, readSetting } from '../../storage/settings';
import type { Edit } from '../../storage/talks';
import { answered, saveSurely } from './saving';

/** A page with thousands of elements takes a while to read; after this it will not answer any more. */
const PATIENCE = 15_000;

/** Needed when something is written from here, which the worker does as a rule. */
const writing = () => import('../../storage/talks');
const knowing = () => import('../../storage/known');
const comparing = () => import('../../core/capture');

/** The page of the current tab: what can be clipped there, what of it is chosen, and the save. */
export class Page {
  readonly state = signal<PageState>('reading');
  /** Empty where no extension may read. */
  readonly url = signal('');
  readonly kind = signal<PageKind | undefined>(undefined);
  /** Whether the choice for this site is shown. */
  readonly asking = signal(false);
  /** Whether somebody keeps searches or a vault; their code is fetched then. */
  readonly hasKept = signal(false);
  readonly title = signal('');
  readonly filter = signal('');
  readonly tags = signal<readonly string[]>([]);
  readonly saving = signal(false);
  readonly problem = signal<LibraryProblem | undefined>(undefined);
  private readonly drafts = signal<readonly TalkDraft[]>([]);
  private readonly saved = signal<readonly (Talk | undefined)[]>([]);
  private readonly touched = signal<ReadonlyMap<number, boolean>>(new Map());
  private turn = 0;
  private shown: Offer[] = [];
  private defaults: NewTalks = { tags: [], status: 'to watch' };

  /** What a person corrected before saving, by place. */
  private readonly edits = signal<ReadonlyMap<number, Edit>>(new Map());
  /** The draft that is being edited. */
  readonly editing = signal<number | undefined>(undefined);
  private readonly edited = computed(() => this.drafts.value.map((draft, place) => editedDraft(draft, this.edits.value.get(place))));

  readonly offers = computed<readonly Offer[]>(
    () => (this.shown = offersOf(this.edited.value, this.saved.value, this.touched.value, this.shown, this.saysMore)),
  );

  /** Whether a talk of the page is not saved. */
  readonly hasNew = computed(() => this.offers.value.some(({ saved }) => !saved));

  constructor(private readonly savedSome: (reply: SaveReply) => void) {}

  /** What new talks start with, as it is set; the tags stand in the box unless somebody typed already. */
  readonly loadDefaults = async (): Promise<void> => {
    this.hasKept.value = Boolean((await readSetting('searches'))?.length || (await readSetting('syncPlace')));
    this.defaults = (await readSetting('newTalks')) ?? this.defaults;
    if (this.tags.peek().length === 0) this.tags.value = this.defaults.tags;
  };

  /** Reads the page of the current tab, or of the one that is named; again when asked to. */
  readonly read = async (named?: number): Promise<void> => {
    this.state.value = 'reading';
    const turn = ++this.turn;
    try {
      const { url, page, problem } = await this.ask(named ?? (await currentTab()));
      // Another page was asked for meanwhile.
      if (turn !== this.turn) return;
      this.url.value = url;
      const drafts = page ? draftsOf(page) : [];
      this.kind.value = page?.kind;
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

  /** Corrects a draft; what is corrected already stays unless it is corrected again. */
  readonly edit = (place: number, edit: Edit): void => {
    this.edits.value = new Map([...this.edits.peek(), [place, { ...this.edits.peek().get(place), ...edit }]]);
    this.editing.value = undefined;
  };

  /** The draft that is being edited, as the editor knows talks. */
  talkToEdit(place: number): Talk | undefined {
    const draft = this.edited.peek()[place];
    const owner = { tags: [...this.tags.peek()], note: '', status: this.defaults.status, ...this.edits.peek().get(place) };
    return draft && { ...draft, ...owner, id: String(place), keys: [], savedAt: '', corrected: [], stamp: '', stamps: {} };
  }

  readonly save = (): Promise<void> => this.savePlaces(this.offers.peek().flatMap(({ chosen, place }) => (chosen ? [place] : [])));

  /** Saves the page's own drafts, and then what was corrected of them: so it counts as corrected, and a later visit leaves it alone. */
  protected async savePlaces(places: readonly number[]): Promise<void> {
    const drafts = places.flatMap((place) => this.drafts.peek()[place] ?? []);
    if (drafts.length === 0 || this.saving.peek()) return;
    batch(() => {
      this.saving.value = true;
      this.problem.value = undefined;
    });
    try {
      const { status } = this.defaults;
      const ways = {
        ask: (wanted: TalkDraft[], tags: string[]) => send('save', { drafts: wanted, tags, status }),
        write: async (wanted: TalkDraft[], tags: string[]) => (await writing()).saveDrafts(wanted, tags, library, status),
      };
      const reply = await saveSurely(drafts, [...this.tags.peek()], ways);
      await this.keepEdits(places);
      this.touched.value = new Map();
      this.tags.value = this.defaults.tags;
      this.savedSome(reply);
    } catch (error) {
      console.error('talkshelf: a save failed', error);
      this.problem.value = problemOf(error);
    } finally {
      this.saving.value = false;
    }
  }

  private async keepEdits(places: readonly number[]): Promise<void> {
    const edited = places.flatMap((place) => {
      const [draft, edit] = [this.drafts.peek()[place], this.edits.peek().get(place)];
      return draft && edit ? [{ draft, edit, place }] : [];
    });
    if (edited.length === 0) return;
    const { editTalk } = await writing();
    const { savedTalksFor } = await knowing();
    const saved = await savedTalksFor(edited.map(({ draft }) => draft));
    for (const [index, { edit }] of edited.entries()) {
      const talk = saved[index];
      if (talk) await editTalk(talk.id, edit);
    }
    const done = new Set(edited.map(({ place }) => place));
    this.edits.value = new Map([...this.edits.peek()].filter(([place]) => !done.has(place)));
  }

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
          if (this.drafts.peek() !== drafts) this.edits.value = new Map();
          this.drafts.value = drafts;
          this.saved.value = saved;
        });
        known();
      };
      this.stopFollowing();
      this.stopFollowing = watch(
        async () => {
          const [{ savedTalksFor }, { saysMore }] = await Promise.all([knowing(), comparing()]);
          this.saysMore = saysMore;
          return savedTalksFor(drafts);
        },
        take,
        () => take([]),
      );
    });
  }

  /** Nothing differs before the first saved talk is known. */
  private saysMore: (talk: Talk, draft: TalkDraft) => boolean = () => false;
  private stopFollowing: () => void = () => undefined;
}

/** The draft as it is shown: with what a person corrected of it, the very same object where that is nothing. */
function editedDraft(draft: TalkDraft, edit: Edit | undefined): TalkDraft {
  if (!edit) return draft;
  const { tags: _tags, note: _note, status: _status, ...corrected } = edit;
  return { ...draft, ...corrected };
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
