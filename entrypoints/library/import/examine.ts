import type { Backup, Imported, ReadOptions } from '../../../formats/format';
import { type FileItem, type InputFile, readFile } from '../../../formats/input/files';
import type { Refusal } from '../../../formats/input/refusal';
import type { Known, Offer, Staged } from '../../../storage/import/known';
import type { Examined, Listed, Told } from '../../../components/import/examined';

/** So many talks are looked up together, and are written in one transaction later. */
const STEP = 500;
/** So many entries of each kind are kept for the lists of the preview. */
const MOST_LISTED = 1000;

/** What files turned out to hold, and everything an import of them needs, kept in Blobs: on disk, where it is much. */
export interface Prepared extends Examined {
  steps: Blob[];
  /** How far the library's sequence of changes was when it was asked. */
  sequence: number;
  backup?: Backup;
}

export interface Examining extends ReadOptions {
  known: Known;
  signal?: AbortSignal;
  /** Told now and then: how many talks were read. */
  progress?: (talks: number) => void;
}

/** Reads files and tells what an import of them would do. Writes nothing. Throws where the signal says so, and a LibraryProblem. */
export async function examine(files: AsyncIterable<InputFile> | Iterable<InputFile>, options: Examining): Promise<Prepared> {
  const examination = new Examination(options);
  for await (const file of files) {
    for await (const item of itemsOf(file, options)) {
      options.signal?.throwIfAborted();
      await examination.take(item);
    }
  }
  return examination.finish();
}

/** A folder that was dropped, or a file that is gone, cannot be read at all. */
async function* itemsOf(file: InputFile, options: ReadOptions): AsyncIterable<FileItem> {
  try {
    yield* readFile(file, options);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    yield { item: { refused: 'unreadable', fatal: true }, file: file.name };
  }
}

class Examination {
  private readonly steps: Blob[] = [];
  private readonly told = new Map<string, Told>();
  private readonly refused: (Refusal & { file: string })[] = [];
  private readonly lists: Record<'added' | 'saved' | 'changed', Listed[]> = { added: [], saved: [], changed: [] };
  private refusals = 0;
  private read = 0;
  private offers: Offer[] = [];
  private backup: Backup | undefined;
  private readonly start: number;

  constructor(private readonly options: Examining) {
    this.start = (options.now ?? new Date()).getTime();
  }

  async take({ item, file }: FileItem): Promise<void> {
    if ('backup' in item) this.backup = item.backup;
    else if ('refused' in item) this.refuse(item, file);
    else {
      this.offers.push({ talk: this.dated(item), file });
      if (this.offers.length >= STEP) await this.flush();
    }
  }

  async finish(): Promise<Prepared> {
    await this.flush();
    const { steps, lists, refused, refusals, backup } = this;
    const { sequence } = this.options.known;
    return { steps, sequence, lists, refused, refusals, backup, files: [...this.told].map(([file, told]) => ({ file, ...told })) };
  }

  /** Newest first shows talks without a day of saving in the order of their file. */
  private dated({ talk }: Extract<Imported, { talk: unknown }>): Offer['talk'] {
    return { ...talk, savedAt: talk.savedAt ?? new Date(this.start - this.read++).toISOString() };
  }

  private refuse(refusal: Refusal, file: string): void {
    this.refusals++;
    if (this.refused.length < MOST_LISTED) this.refused.push({ ...refusal, file });
    if (!refusal.fatal) return;
    this.break(file);
    // An archive that breaks off takes everything in it along.
    for (const [name] of this.told) if (name.startsWith(`${file}/`)) this.break(name);
  }

  private break(file: string): void {
    this.toldOf(file).broken = true;
    this.options.known.broken.add(file);
  }

  private async flush(): Promise<void> {
    if (this.offers.length === 0) return;
    const staged = await this.options.known.meet(this.offers.splice(0));
    for (const each of staged) this.list(each);
    this.steps.push(new Blob([JSON.stringify(staged)]));
    this.options.progress?.(this.read);
  }

  private list({ talk, file, saved, twice, differs }: Staged): void {
    const kind = !saved && !twice ? 'added' : differs.length > 0 ? 'changed' : 'saved';
    this.toldOf(file)[kind]++;
    if (this.lists[kind].length < MOST_LISTED) this.lists[kind].push({ title: talk.title, file, differs });
  }

  private toldOf(file: string): Told {
    const told = this.told.get(file) ?? { added: 0, saved: 0, changed: 0 };
    this.told.set(file, told);
    return told;
  }
}
