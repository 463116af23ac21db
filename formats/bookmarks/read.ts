import type { Imported, ReadOptions } from '../format';
import { admit, type Raw } from '../input/admit';
import type { Attributes, Handler } from '../input/markup';

/** What is kept of one text: more than any title or description holds. */
const MOST_TEXT = 30_000;

interface Bookmark {
  raw: Raw;
  line: number;
}

/**
 * Bookmarks as Chrome, Firefox, Safari, Pinboard, Raindrop, linkding (DL, DT, A, DD) and Pocket or Instapaper (H1, UL or OL, LI, A) write
 * them, seen 2026-10. Folders become a tag each, by path; in our own files they are the events.
 */
export class Bookmarks implements Handler {
  found: Imported[] = [];
  private ours = false;
  private readonly folders: string[] = [];
  /** Name of the folder whose list comes next; empty for the roots that browsers make, and for headings of ours that name no event. */
  private folder = '';
  private archived = false;
  /** The last bookmark, which a description may still follow. */
  private last: Bookmark | undefined;
  private taking: 'title' | 'note' | 'folder' | 'section' | undefined;
  private taken = '';
  private sawList = false;

  constructor(private readonly options: ReadOptions) {}

  open(name: string, attributes: Attributes, line: number): void {
    if (name === 'meta' && attributes['name'] === 'generator') this.ours = attributes['content'] === 'Talkshelf';
    if (name === 'a') this.startBookmark(attributes, line);
    else if (name === 'dd') this.take('note');
    else if (name === 'h3') this.startFolder(attributes);
    else if (name === 'h1') this.take('section');
    else if (name === 'dl') this.enter();
  }

  close(name: string): void {
    if (name === 'a' || name === 'h3' || name === 'h1') this.takeEnd();
    else if (name === 'dl' || name === 'dd') this.takeEnd();
    if (name === 'dl') {
      this.finish();
      this.folders.pop();
    }
  }

  text(text: string): void {
    if (this.taking && this.taken.length < MOST_TEXT) this.taken += text;
  }

  end(unclosed: boolean, line: number): void {
    this.takeEnd();
    this.finish();
    const isCut = this.sawList && unclosed && this.folders.length > 0;
    if (isCut) this.found.push({ refused: 'truncated', line, fatal: true });
  }

  private startBookmark(attributes: Attributes, line: number): void {
    this.finish();
    const given = (name: string): string | undefined => (Object.hasOwn(attributes, name) ? attributes[name] : undefined);
    this.last = {
      line,
      raw: {
        url: given('href') ?? '',
        kind: 'link',
        savedAt: given('add_date') ?? given('time_added'),
        tags: [...(given('tags') ?? '').split(','), ...this.folderTag()],
        event: this.ours ? { name: this.folders.at(-1) ?? '' } : undefined,
        status: this.archived ? 'watched' : given('toread') === '1' ? 'to watch' : undefined,
      },
    };
    this.take('title');
  }

  private folderTag(): string[] {
    return this.ours ? [] : [this.folders.filter(Boolean).join('/')];
  }

  private startFolder(attributes: Attributes): void {
    this.finish();
    const isRoot = Object.hasOwn(attributes, 'personal_toolbar_folder') || Object.hasOwn(attributes, 'unfiled_bookmarks_folder');
    const isHeading = this.ours && attributes['type'] !== 'event';
    this.folder = '';
    this.take(isRoot || isHeading ? undefined : 'folder');
  }

  private enter(): void {
    this.takeEnd();
    this.finish();
    this.sawList = true;
    this.folders.push(this.folder);
    this.folder = '';
  }

  private take(what: typeof this.taking): void {
    this.takeEnd();
    this.taking = what;
  }

  private takeEnd(): void {
    const text = this.taken.trim();
    if (this.taking === 'title' && this.last) this.last.raw.title = text || this.last.raw.url;
    if (this.taking === 'note' && this.last) this.last.raw.note = text.replace(/\[\/?linkding-notes\]/g, '\n');
    if (this.taking === 'folder') this.folder = text.replaceAll('/', ' ');
    if (this.taking === 'section') this.archived = /^(?:read )?archive$/i.test(text);
    this.taking = undefined;
    this.taken = '';
  }

  private finish(): void {
    if (!this.last) return;
    const { raw, line } = this.last;
    this.last = undefined;
    this.found.push(raw.url ? admit(raw, 'bookmarks', this.options, line) : { refused: 'no address', line, detail: raw.title });
  }
}
