import type { LinkKind, TalkLink } from '../../core/talk';
import { linkKind } from '../links';
import { isList, isMatter, type Matter, type MatterValue } from './matter';

/** What a key says of the address it holds. */
const KEYS: readonly [LinkKind, RegExp][] = [
  ['video', /video|youtube|vimeo|recording|replay|livestream|stream/],
  ['slides', /slide|deck|presentation|folien/],
  ['code', /code|repo|source/],
  ['rsvp', /meetup|rsvp|regist|ticket|sign_?up|event_?(?:url|link)|anmeldung|inscription|eventbrite|luma|tito|doodle/],
  ['audio', /audio|mp3/],
];
/** Keys whose addresses are of people, pictures or the site. */
const NOT_OURS =
  /image|thumb|avatar|photo|picture|logo|cover|social|twitter|linkedin|mastodon|profile|gravatar|website|homepage|map|canonical|feature|banner|poster|alias|redirect|permalink/;
const MOST = 40;

/** The addresses in front matter, with the kind that their key or the address itself tells. */
export function matterLinks(matter: Matter): TalkLink[] {
  const links: TalkLink[] = [];
  for (const [key, value] of matter) collect(key, value, links, 0);
  return links.slice(0, MOST);
}

function collect(key: string, value: MatterValue, links: TalkLink[], depth: number): void {
  if (depth > 3 || links.length >= MOST || NOT_OURS.test(key) || isPeople(key)) return;
  if (isList(value)) for (const one of value) collect(key, one, links, depth + 1);
  else if (isMatter(value))
    for (const [inner, one] of value) collect(/^(?:url|link|href|id|src)$/.test(inner) ? key : inner, one, links, depth + 1);
  else add(key, value.trim(), links);
}

function isPeople(key: string): boolean {
  return /^(?:speakers?|presenters?|authors?|hosts?|sponsors?|organi[sz]ers?|talks|sessions)$/.test(key);
}

function add(key: string, value: string, links: TalkLink[]): void {
  const said = KEYS.find(([, pattern]) => pattern.test(key))?.[0];
  const url = addressOf(value, key);
  if (!url) return;
  const own = linkKind(url, '');
  const kind = own === 'other' || (own === 'code' && said === 'slides') ? (said ?? own) : own;
  if (kind !== 'other') links.push({ url, kind });
}

/** An address, or the bare id of a video. */
function addressOf(value: string, key: string): string | undefined {
  if (/^https?:\/\/\S{4,}$/.test(value)) return value;
  if (/^\/\/[\w-]+\.\S{2,}$/.test(value)) return `https:${value}`;
  return /youtube|video/.test(key) && /^[\w-]{11}$/.test(value) && /[\d_A-Z-]/.test(value)
    ? `https://www.youtube.com/watch?v=${value}`
    : undefined;
}
