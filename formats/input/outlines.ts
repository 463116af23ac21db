import type { Imported, ReadOptions } from '../format';
import { admit } from './admit';
import type { Attributes, Handler } from './markup';

/** Outlines of OPML 1 and 2 that have an address (`url`; `htmlUrl`, `xmlUrl` in lists of feeds). */
export class Outlines implements Handler {
  found: Imported[] = [];
  private ours = false;
  private seen = false;
  /** What stands in `<generator>`, while it is open. */
  private generator: string | undefined;
  /** For each open outline its text, or undefined where it is a talk itself. */
  private readonly outlines: (string | undefined)[] = [];

  constructor(private readonly options: ReadOptions) {}

  open(name: string, attributes: Attributes, line: number): void {
    if (name === 'generator') this.generator = '';
    if (name === 'opml') this.seen = true;
    if (name !== 'outline') return;
    const given = (key: string): string => (Object.hasOwn(attributes, key) ? (attributes[key] ?? '') : '');
    const url = given('url') || given('htmlUrl') || given('xmlUrl');
    const text = given('text') || given('title');
    if (url) this.found.push(this.talk(url, text, given, line));
    const isHeading = this.ours && given('type') !== 'event';
    this.outlines.push(url || isHeading ? undefined : text);
  }

  close(name: string): void {
    if (name === 'outline') this.outlines.pop();
    if (name !== 'generator') return;
    this.ours = this.generator === 'Talkshelf';
    this.generator = undefined;
  }

  text(text: string): void {
    if (this.generator !== undefined && this.generator.length < 100) this.generator += text;
  }

  end(unclosed: boolean, line: number): void {
    if (!this.seen) this.found.push({ refused: 'unknown', line, fatal: true });
    else if (unclosed) this.found.push({ refused: 'truncated', line, fatal: true });
  }

  private talk(url: string, text: string, given: (key: string) => string, line: number): Imported {
    const path = this.outlines.filter((name) => name !== undefined && name !== '');
    const event = path.at(-1) ?? '';
    const tags = given('category')
      .split(',')
      .map((tag) => tag.replace(/^\//, ''));
    return admit(
      {
        title: text || url,
        url,
        kind: 'link',
        language: given('language'),
        note: given('_note') || given('description'),
        savedAt: given('created'),
        tags: this.ours ? tags : [...tags, path.join('/')],
        event: this.ours ? { name: event } : undefined,
      },
      'opml',
      this.options,
      line,
    );
  }
}
