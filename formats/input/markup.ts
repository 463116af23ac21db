import { Parser } from 'htmlparser2';
import type { Imported } from '../format';
import type { Refusal } from './refusal';

export type Attributes = Readonly<Record<string, string>>;

/** What a reader of HTML or XML does with each mark as it comes. Names are lower case in HTML, as written in XML. */
export interface Handler {
  open: (name: string, attributes: Attributes, line: number) => void;
  close: (name: string, line: number) => void;
  text: (text: string) => void;
  /** Called once at the end; `open` says whether elements were never closed. */
  end: (unclosed: boolean, line: number) => void;
  /** Filled by the handler, emptied by whoever drives it. A fatal refusal ends the reading. */
  found: Imported[];
}

/** Folders in folders, elements in elements: deeper than any real file. */
const MOST_DEPTH = 500;
const SLICE = 65_536;

/**
 * Reads HTML or XML as a stream of marks, in a page and in Node alike. Nothing is fetched and no entity of a document type is expanded: the
 * parser knows only those of HTML and XML themselves.
 */
export async function* readMarkup(text: AsyncIterable<string>, mode: 'html' | 'xml', handler: Handler): AsyncIterable<Imported> {
  const driver = new Driver(mode, handler);
  for await (const slice of slices(text)) {
    driver.write(slice);
    for (const item of handler.found.splice(0)) {
      yield item;
      if (isFatal(item)) return;
    }
  }
  driver.end();
  yield* handler.found.splice(0);
}

async function* slices(text: AsyncIterable<string>): AsyncIterable<string> {
  for await (const chunk of text) {
    for (let at = 0; at < chunk.length; at += SLICE) yield chunk.slice(at, at + SLICE);
  }
}

class Driver {
  private depth = 0;
  private line = 1;
  /** How far line ends are counted, and where the current slice starts, in characters of the file. */
  private counted = 0;
  private start = 0;
  private slice = '';
  private stopped = false;
  private readonly parser: Parser;

  constructor(
    mode: 'html' | 'xml',
    private readonly handler: Handler,
  ) {
    const on = {
      onopentag: (name: string, attributes: Attributes) => this.open(name, attributes),
      onclosetag: (name: string) => this.close(name),
      ontext: (text: string) => this.stopped || handler.text(text),
    };
    this.parser = new Parser(on, { xmlMode: mode === 'xml', recognizeCDATA: true, decodeEntities: true });
  }

  write(slice: string): void {
    this.slice = slice;
    this.parser.write(slice);
    this.lineAt(this.start + slice.length);
    this.start += slice.length;
    this.slice = '';
  }

  end(): void {
    const unclosed = this.depth > 0;
    if (this.start === 0) this.handler.found.push({ refused: 'empty', fatal: true });
    else if (!this.stopped) this.handler.end(unclosed, this.line);
    this.stopped = true;
    this.parser.end();
  }

  private open(name: string, attributes: Attributes): void {
    if (this.stopped) return;
    this.depth += 1;
    const line = this.lineAt(this.parser.startIndex);
    if (this.depth <= MOST_DEPTH) this.handler.open(name, attributes, line);
    else {
      this.stopped = true;
      this.handler.found.push({ refused: 'too deep', line, fatal: true });
    }
  }

  private close(name: string): void {
    this.depth -= 1;
    if (!this.stopped) this.handler.close(name, this.line);
  }

  /** The line of a place in the current slice; places before it have been counted. */
  private lineAt(place: number): number {
    const to = Math.min(place, this.start + this.slice.length);
    for (
      let at = this.slice.indexOf('\n', this.counted - this.start);
      at >= 0 && this.start + at < to;
      at = this.slice.indexOf('\n', at + 1)
    ) {
      this.line += 1;
    }
    this.counted = Math.max(this.counted, to);
    return this.line;
  }
}

function isFatal(item: Imported): item is Refusal {
  return 'refused' in item && item.fatal === true;
}
