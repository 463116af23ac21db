import type { Entry, Listing, Store, StoredFile } from '../../../storage/sync/backend';
import { SyncProblem, type SyncProblemKind } from '../../../storage/sync/problem';
import type { MemoryStore } from './memory-store';
import type { Random } from './random';

/** What servers answer when they do not do as asked. */
const ANSWERS: [number, SyncProblemKind][] = [
  [401, 'auth'],
  [404, 'badAnswer'],
  [409, 'server'],
  [412, 'badAnswer'],
  [423, 'busy'],
  [429, 'busy'],
  [500, 'server'],
  [502, 'server'],
  [503, 'busy'],
  [507, 'quota'],
];

const FAULTS = 0.28;
const MOST_OLD = 4;

/** What happens to every place of one server: what it showed before, and writes that are still under way. */
export class Weather {
  readonly old = new Map<string, Uint8Array[]>();
  readonly listings: Entry[][] = [];
  late: { after: number; write: () => Promise<void> }[] = [];
  requests = 0;
  faulted = 0;
  on = true;

  constructor(
    readonly server: MemoryStore,
    readonly random: Random,
  ) {}

  /** Lets writes arrive whose time has come. */
  async arrive(all = false): Promise<void> {
    const due = this.late.filter(({ after }) => all || after <= this.requests);
    this.late = this.late.filter((write) => !due.includes(write));
    for (const { write } of due) await write();
  }
}

/** One browser's way to the server: `between` is told of every moment at which its worker could die, or another browser could do something. */
export class FaultyStore implements Store {
  constructor(
    private readonly weather: Weather,
    private readonly between: () => Promise<void>,
  ) {}

  async list(folder: string, mark?: string): Promise<Listing | undefined> {
    const { random, server, listings } = this.weather;
    const fault = await this.begin();
    if (fault < 0.4) this.refuse();
    const listing = await server.list(folder, mark);
    await this.between();
    if (!listing) return undefined;
    if (folder === 'v1/h') listings.unshift(listing.entries);
    listings.length = Math.min(listings.length, 8);
    if (fault < 0.6) return { ...listing, entries: random.some(listing.entries, random.below(listing.entries.length + 1)) };
    if (fault < 1 && folder === 'v1/h') return { ...listing, entries: random.shuffled(random.pick(listings)) };
    return { ...listing, entries: random.shuffled(listing.entries) };
  }

  async get(path: string, limit: number): Promise<Uint8Array | undefined> {
    const { random, server, old } = this.weather;
    const fault = await this.begin();
    if (fault < 0.5) this.refuse();
    const bytes = await server.get(path, limit);
    await this.between();
    if (fault < 0.6) return undefined;
    if (fault < 0.9) return random.pick([bytes, ...(old.get(path) ?? [])]);
    return fault < 1 ? bytes?.slice(0, random.below(bytes.length)) : bytes;
  }

  async put(files: readonly StoredFile[]): Promise<void> {
    const { random, server, late, requests } = this.weather;
    const fault = await this.begin();
    if (fault < 0.3) this.refuse();
    for (const file of files) this.remember(file.path);
    if (fault < 0.4) {
      late.push({ after: requests + random.below(40), write: () => server.put(files) });
      this.refuse();
    }
    await server.put(fault < 0.6 ? torn(files, random) : files);
    await this.between();
    if (fault < 0.8) this.refuse();
    if (fault < 1) late.push({ after: requests + random.below(40), write: () => server.put(files) });
  }

  async remove(paths: readonly string[]): Promise<void> {
    const fault = await this.begin();
    if (fault < 0.5) this.refuse();
    await this.weather.server.remove(paths);
    await this.between();
    if (fault < 1) this.refuse();
  }

  /** @returns 1 where all goes well, else how: below 1 */
  private async begin(): Promise<number> {
    await this.between();
    const { weather } = this;
    await weather.arrive();
    if (!weather.on) return 1;
    weather.requests++;
    if (!weather.random.chance(FAULTS)) return 1;
    weather.faulted++;
    return weather.random.next();
  }

  private refuse(): never {
    const { random } = this.weather;
    if (random.chance(0.4)) throw new SyncProblem('offline', 'The connection broke');
    const [status, kind] = random.pick(ANSWERS);
    throw new SyncProblem(kind, `The server answered ${status}`, { status });
  }

  private remember(path: string): void {
    const bytes = this.weather.server.files.get(path)?.bytes;
    if (bytes) this.weather.old.set(path, [bytes, ...(this.weather.old.get(path) ?? [])].slice(0, MOST_OLD));
  }
}

/** The write breaks off in the middle of a file, and what was there is gone. */
function torn(files: readonly StoredFile[], random: Random): StoredFile[] {
  const end = random.below(files.length);
  return files
    .slice(0, end + 1)
    .map(({ path, bytes }, i) => ({ path, bytes: i < end ? bytes : bytes.slice(0, random.below(bytes.length)) }));
}
