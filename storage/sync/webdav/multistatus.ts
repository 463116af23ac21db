import { Parser } from 'htmlparser2';
import { SyncProblem } from '../problem';

/** One resource of a PROPFIND's answer. */
export interface Resource {
  /** The last part of its address, decoded. */
  name: string;
  isFolder: boolean;
  etag?: string;
  size?: number;
  /** Milliseconds since 1970. */
  changed?: number;
}

/** Far more than a vault ever has in a folder. */
const MOST = 50_000;
const DEEPEST = 20;

const TEXTS = ['href', 'getetag', 'getcontentlength', 'getlastmodified'] as const;
type TextName = (typeof TEXTS)[number];
type Draft = Partial<Record<TextName, string>> & { isFolder: boolean };

/**
 * Reads a multistatus (RFC 4918, 13). Prefixes are not looked at: servers use `D:`, `d:`, `lp1:` or none. The parser expands no entity of a document
 * type and fetches nothing. An answer that breaks off is a `badAnswer`: half a listing must never pass for a whole one.
 */
export function readMultistatus(xml: string): Resource[] {
  const reader = new Reader();
  const parser = new Parser(reader, { xmlMode: true });
  parser.write(xml);
  if (!reader.complete) throw new SyncProblem('badAnswer', 'The server’s listing is no complete multistatus.');
  return reader.drafts.flatMap((draft) => resourceOf(draft) ?? []);
}

class Reader {
  readonly drafts: Draft[] = [];
  complete = false;
  private readonly open: string[] = [];
  private draft: Draft | undefined;

  onopentag(name: string): void {
    const local = localName(name);
    this.open.push(local);
    if (this.open.length > DEEPEST || this.drafts.length > MOST) throw new SyncProblem('badAnswer', 'The server’s listing has no end.');
    if (this.open.length === 2 && local === 'response' && this.open[0] === 'multistatus') this.draft = { isFolder: false };
    else if (this.draft && local === 'collection') this.draft.isFolder = true;
  }

  ontext(text: string): void {
    const name = TEXTS.find((each) => each === this.open.at(-1));
    if (this.draft && name) this.draft[name] = ((this.draft[name] ?? '') + text).slice(0, 4_096);
  }

  onclosetag(_name: string, implied: boolean): void {
    // What the parser closes by itself, because the text ended, was not closed by the server.
    const local = this.open.pop();
    if (implied) return;
    if (this.draft && this.open.length === 1) {
      this.drafts.push(this.draft);
      this.draft = undefined;
    } else if (local === 'multistatus' && this.open.length === 0) this.complete = true;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function resourceOf({ href = '', getetag, getcontentlength, getlastmodified, isFolder }: Draft): Resource | undefined {
  const name = lastPart(href.trim());
  if (name === undefined) return undefined;
  const size = /^\d{1,15}$/.test(getcontentlength?.trim() ?? '') ? Number(getcontentlength) : undefined;
  const changed = Date.parse(getlastmodified ?? '');
  // Apache calls an ETag weak for a second after a write; the rest of it stays the same.
  const etag = getetag?.trim().replace(/^W\//, '').replaceAll('"', '');
  return {
    name,
    isFolder: isFolder || href.trim().endsWith('/'),
    ...(etag && { etag }),
    ...(size !== undefined && { size }),
    ...(!Number.isNaN(changed) && { changed }),
  };
}

/** Behind a proxy the path of an address can be another than ours, so only its end counts. */
function lastPart(href: string): string | undefined {
  const part =
    href
      .replace(/[?#][^]*/, '')
      .replace(/(?<!\/)\/+$/, '')
      .split('/')
      .at(-1) ?? '';
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
