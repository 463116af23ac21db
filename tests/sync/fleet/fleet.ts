import type { TalkRow } from '../../../storage/database';
import { editTalks } from '../../../storage/bulk';
import { deleteTalks, type Edit, restoreTalks, saveDrafts } from '../../../storage/talks';
import type { VaultRow } from '../../../storage/sync/tables';
import { newSelf } from '../../../storage/sync/vault';
import type { Talk } from '../../../core/talk';
import { draftOf } from '../../unit/drafts';
import { Browser } from './browser';
import { FaultyStore, Weather } from './faulty-store';
import { MemoryStore } from './memory-store';
import { Oracle } from './oracle';
import { Random } from './random';

export const BROWSERS = 8;
const PAGES = 300;
const TAGS = ['go', 'rust', 'web', 'data', 'ai', 'c++', '東京', 'to read'];
const YEAR = 365 * 86_400_000;

/** Eight browsers on one bad server, and what happens to them: people, faults, wrong clocks, deaths, copied and lost profiles. */
export class Fleet {
  readonly oracle = new Oracle();
  readonly server = new MemoryStore();
  readonly weather: Weather;
  readonly browsers: Browser[];
  readonly counts: Record<string, number> = {};
  private readonly random: Random;
  private readonly copies: Map<string, unknown[]>[] = [];
  private time = Date.UTC(2026, 0);
  private depth = 0;
  private lives = 1;
  private word = 0;
  private current: Browser;

  constructor(
    readonly seed: number,
    run: string,
    vault: VaultRow,
  ) {
    this.random = new Random(seed);
    this.weather = new Weather(this.server, this.random);
    this.browsers = Array.from({ length: BROWSERS }, (_, i) => new Browser(`b${i}`, run, vault));
    this.current = this.browsers[0]!;
    for (const browser of this.browsers)
      browser.skew = Math.round((this.random.next() - 0.5) * (this.random.chance(0.3) ? 20 * YEAR : 600_000));
  }

  /** What the current browser's clock says. */
  now = (): number => this.time + this.current.skew;

  async begin(vault: VaultRow): Promise<void> {
    for (const browser of this.browsers) await browser.db.sync.bulkPut([vault, newSelf(browser.name)]);
  }

  /** Lets things happen until people did so much. */
  async live(operations: number): Promise<void> {
    while (this.oracle.operations < operations) {
      this.current = this.random.pick(this.browsers);
      this.time += this.random.below(60_000);
      await this.happen(this.current);
    }
  }

  /** The faults end: every browser is started and syncs until nobody has anything to say. @returns the rounds it took */
  async calm(): Promise<number> {
    await this.weather.arrive(true);
    this.weather.on = false;
    let last: string[] = [];
    for (let round = 1; round <= 12; round++) {
      let quiet = true;
      last = [];
      for (const browser of this.browsers) {
        const report = await this.sync(browser, Infinity, true);
        const moved = report ? report.added + report.changed + report.deleted + report.united + report.pushed : 1;
        if (report?.status !== 'done' || moved > 0) quiet = false;
        last.push(`${browser.name} ${JSON.stringify(report)}`);
      }
      if (quiet) return round;
    }
    throw new Error(`the fleet does not come to rest: ${last.join('\n')}`);
  }

  private async happen(browser: Browser): Promise<void> {
    const dice = this.random.next();
    if (dice < 0.08) return this.save(browser);
    if (dice < 0.26) return this.edit(browser);
    if (dice < 0.42) return this.tag(browser);
    if (dice < 0.48) return this.bury(browser);
    if (dice < 0.51) return this.revive(browser);
    if (dice < 0.975) return this.tell(browser);
    if (dice < 0.992) return browser.start();
    return this.disaster(browser);
  }

  private async tell(browser: Browser): Promise<void> {
    if (this.random.chance(0.03)) this.jump(browser);
    await this.sync(browser, this.mortal());
  }

  /** Now and then a worker dies: at its first moment, then at its second, and so on. */
  private mortal(): number {
    return this.random.chance(0.3) ? this.lives : Infinity;
  }

  private async sync(browser: Browser, lives: number, thorough = false) {
    const before = this.current;
    this.current = browser;
    const store = new FaultyStore(this.weather, () => this.between(browser));
    const report = await browser.sync(store, lives, thorough);
    if (lives < Infinity) this.lives = report ? 1 : this.lives + 1;
    this.count(report ? `sync ${report.status}` : 'death');
    if (report?.renamed) this.count('renamed');
    if (report?.united) this.count('united', report.united);
    if (report?.overruled) this.count('overruled', report.overruled);
    this.current = before;
    return report;
  }

  /** Between two steps of one browser another may do all of its own. */
  private async between(browser: Browser): Promise<void> {
    await browser.moment();
    if (this.depth > 0 || !this.weather.on || !this.random.chance(0.03)) return;
    this.depth++;
    const others = this.browsers.filter((other) => other !== browser);
    await this.sync(this.random.pick(others), Infinity);
    this.depth--;
    this.current = browser;
  }

  private async save(browser: Browser): Promise<void> {
    const pages = Array.from({ length: 1 + this.random.below(6) }, () => this.random.below(PAGES));
    const drafts = [...new Set(pages)].map((page) =>
      draftOf({ title: `Talk ${page}`, source: { ...draftOf().source, url: `https://borealis.example/${page}` } }),
    );
    const before = new Map(
      (
        await browser.db.talks
          .where('keys')
          .anyOf(drafts.map(({ source }) => keyOf(source.url)))
          .toArray()
      ).map((row) => [row.id, row]),
    );
    const { added, updated } = await saveDrafts(drafts, this.random.some(TAGS, this.random.below(3)), browser.db);
    for (const row of await rows(browser, added)) this.oracle.saved(row, row.source.url, browser.name);
    for (const row of await rows(browser, updated)) this.oracle.edited(before.get(row.id)!, row);
  }

  private async edit(browser: Browser): Promise<void> {
    await this.change(browser, () => this.someEdit());
  }

  private async tag(browser: Browser): Promise<void> {
    await this.change(browser, ({ tags }) => {
      const tag = this.random.pick(TAGS);
      return { tags: tags.includes(tag) ? tags.filter((other) => other !== tag) : [...tags, tag] };
    });
  }

  private async change(browser: Browser, editOf: (talk: Talk) => Edit): Promise<void> {
    const ids = await this.someIds(browser, 40);
    const before = await rows(browser, ids);
    const changed = new Set((await editTalks(ids, editOf, undefined, browser.db)).map(({ id }) => id));
    const after = new Map((await rows(browser, ids)).map((row) => [row.id, row]));
    for (const row of before) if (changed.has(row.id)) this.oracle.edited(row, after.get(row.id)!);
  }

  private someEdit(): Edit {
    const word = `word ${this.word++}`;
    return this.random.pick<() => Edit>([
      () => ({ note: word }),
      () => ({ status: this.random.pick(['to watch', 'watching', 'watched', 'dropped'] as const) }),
      () => ({ title: `Titled ${word}` }),
      () => ({ location: this.random.chance(0.3) ? undefined : word }),
      // A field of a later version.
      () => ({ rating: this.random.below(6) }) as Edit,
      () => ({ note: word, abstract: word }),
    ])();
  }

  private async bury(browser: Browser): Promise<void> {
    const before = await rows(browser, await this.someIds(browser, 4));
    await deleteTalks(
      before.map(({ id }) => id),
      browser.db,
    );
    for (const row of before) this.oracle.buried(row);
  }

  private async revive(browser: Browser): Promise<void> {
    const gone = (await browser.db.tombstones.toArray()).filter(({ to }) => !to).map(({ id }) => id);
    const ids = this.random.some(gone.sort(), 2);
    await restoreTalks(ids, browser.db);
    for (const row of await rows(browser, ids)) this.oracle.revived(row);
  }

  private jump(browser: Browser): void {
    browser.skew = Math.round((this.random.next() - 0.5) * 20 * YEAR);
    this.count('clock jumped');
  }

  /** A profile is lost: wiped, replaced by an older copy of itself, or by a copy of another. What it had said was heard before. */
  private async disaster(browser: Browser): Promise<void> {
    this.copies.push(await browser.copy());
    await this.settle(browser);
    await this.part(browser);
    const dice = this.random.next();
    this.count(dice < 0.3 ? 'wiped' : dice < 0.65 ? 'restored' : 'cloned');
    if (dice < 0.3) await browser.wipe();
    else if (dice < 0.65) await browser.restore(this.random.pick(this.copies));
    else await browser.restore(await this.random.pick(this.browsers.filter((other) => other !== browser)).copy());
  }

  /** Copies of a lost profile that still have its id hear of it first: what one of them wrote over a dead one's last words nobody could tell again. */
  private async part(lost: Browser): Promise<void> {
    const idOf = async ({ db }: Browser) => {
      const self = await db.sync.get('self');
      return self?.key === 'self' ? self.device : '';
    };
    const id = await idOf(lost);
    for (const browser of this.browsers) if (browser !== lost && (await idOf(browser)) === id) await this.settle(browser);
  }

  private async settle(browser: Browser): Promise<void> {
    const { on } = this.weather;
    this.weather.on = false;
    await this.weather.arrive(true);
    for (let quiet = 0, turns = 0; quiet < 2; turns++) {
      const report = await this.sync(browser, Infinity, true);
      if (turns > 20) throw new Error(`${browser.name} does not come to rest: ${JSON.stringify(report)}`);
      quiet = report?.status === 'done' && report.pushed === 0 ? quiet + 1 : 0;
    }
    this.weather.on = on;
  }

  private async someIds(browser: Browser, most: number): Promise<string[]> {
    const ids = await browser.db.talks.toCollection().primaryKeys();
    return this.random.some(ids, 1 + this.random.below(most));
  }

  private count(what: string, by = 1): void {
    this.counts[what] = (this.counts[what] ?? 0) + by;
  }
}

async function rows(browser: Browser, ids: readonly string[]): Promise<TalkRow[]> {
  return (await browser.db.talks.bulkGet([...ids])).flatMap((row) => row ?? []);
}

function keyOf(url: string): string {
  return url.replace('https://', '');
}
