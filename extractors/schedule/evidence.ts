import { foldTitle } from '../../core/fold';
import { bodyText, metaOf, textOf, type Page } from '../page';
import type { Read } from './talk';
import { LIST_WORD, MEETING_WORD, SCHEDULE_WORD } from './words';

/**
 * What a page calls itself: a `schedule` or a `list` of talks in its title, first heading or address; or only a `part` of it does, under
 * a heading of its own; `none` where nothing is called so but many times of day stand there.
 */
export type Said = 'schedule' | 'list' | 'part' | 'none';

/** The fewest talks of each. A page that only has a part with talks may be a meeting's, and those have few. */
const FEWEST: Record<Said, number> = { schedule: 3, list: 5, part: 9, none: 10 };
/** A part with so few times is no schedule. */
const LEAST_TIMES = 6;
/** A name of a page or of a part of it has few words; a talk's title that starts with "Talks:" has more. */
const MOST_WORDS = 6;

/** What a page calls itself; undefined where it is no use to look for talks on it. */
export function saidBy(page: Page): Said | undefined {
  const all = [...page.doc.querySelectorAll('h1, h2, h3')].slice(0, 60);
  // Several first headings are the parts of a page, not its name.
  const [h1] = all.filter(({ tagName }) => tagName === 'H1').length === 1 ? [textOf(page.doc.querySelector('h1'))] : [];
  const names = [...page.title.slice(0, 200).split(/\s[-–—]\s|[|·•»«/]/u), (h1 ?? '').slice(0, 100), ...lastOfPath(page.url)].filter(
    isShort,
  );
  if (names.some((name) => SCHEDULE_WORD.test(name))) return 'schedule';
  if (names.some((name) => LIST_WORD.test(name))) return 'list';
  const { clocks, dates } = timesOn(page);
  if (clocks + dates >= LEAST_TIMES && all.some((heading) => isName(textOf(heading).slice(0, 100)))) return 'part';
  return clocks >= FEWEST.none ? 'none' : undefined;
}

function isShort(name: string): boolean {
  return name.trim().split(/\s+/).length <= MOST_WORDS;
}

/** The last part of an address, and the one before where the last only says how it is shown. */
function lastOfPath(url: string): string[] {
  const path = url.replace(/^https?:\/\/[^/]+/, '').replace(/[?#][^]*/, '');
  const parts = path
    .split('/')
    .filter(Boolean)
    .map((part) => part.replace(/\.\w{2,8}$/, '').replace(/[-_.]+/g, ' '));
  const shown = parts.filter(
    (_, at) => at === parts.length - 1 || /^(?:list|grid|all|index|table|overview|day ?\d?|[a-z]{2})$/i.test(parts[at + 1] ?? ''),
  );
  return shown.slice(-2).map((part) => part.replace(/([a-z])([A-Z])/g, '$1 $2'));
}

/** A part that is a schedule or a list of talks has a name of few words. */
function isName(heading: string): boolean {
  return heading.split(/\s+/).length <= 4 && (SCHEDULE_WORD.test(heading) || LIST_WORD.test(heading));
}

/** How many times of day and numeric dates there are. */
function timesOn(page: Page): { clocks: number; dates: number } {
  const text = bodyText(page).slice(0, 300_000);
  const clocks = text.match(/(?<![\d.])(?:\d{1,2}[:h][0-5]\d|\d{1,2}\.[0-5]\d(?![.\d])|\d{1,2}\s?[ap]m)/gi)?.length ?? 0;
  const dates = text.match(/(?<![\d.])(?:\d{4}[-/]\d{2}[-/]\d{2}|\d{1,2}\.\d{1,2}\.\d{4})/g)?.length ?? 0;
  return { clocks, dates };
}

/** Lists that say no more of their talks than where their pages are must be long. */
const FEWEST_LINKED = 8;

/** Enough talks, and enough about them: people, different times, or pages of their own. */
export function isSchedule(read: Read[], said: Said, page: Page): boolean {
  const days = new Set(read.map(({ talk }) => talk.starts?.slice(0, 10)).filter(Boolean)).size;
  if (read.length < FEWEST[said] && !(said === 'part' && read.length >= 5 && days > 1)) return false;
  if (isOwnPage(read, page) || (days <= 1 && isMeeting(said, page))) return false;
  const share = (test: (one: Read) => boolean): number => read.filter(test).length / read.length;
  const named = share(({ talk }) => (talk.speakers?.length ?? 0) > 0);
  const linked = read.length >= FEWEST_LINKED ? siblings(read) / read.length : 0;
  const timed = differentTimes(read) >= Math.min(4, read.length) ? share(({ clockAt }) => clockAt >= 0) : 0;
  const dated = days >= 4 ? share(({ talk }) => talk.starts !== undefined) : 0;
  return isEnough(said, named, Math.max(timed, dated), linked);
}

/** The less a page says that it is a schedule, the more must its entries say. Shares of the talks that have people, times, pages. */
function isEnough(said: Said, named: number, timed: number, linked: number): boolean {
  if (said === 'schedule') return named >= 0.3 || timed >= 0.5 || linked >= 0.6;
  if (said === 'list') return named >= 0.5 || timed >= 0.6 || linked >= 0.8;
  return named >= 0.5 && (said === 'part' || Math.max(timed, linked) >= 0.5);
}

/** A page that only has a programme, of what calls itself a meeting. */
function isMeeting(said: Said, page: Page): boolean {
  return (said === 'part' || said === 'none') && MEETING_WORD.test(`${page.title} ${textOf(page.doc.querySelector('h1')).slice(0, 100)}`);
}

function differentTimes(read: Read[]): number {
  return new Set(read.map(({ clockAt }) => clockAt).filter((at) => at >= 0)).size;
}

/** How many titles lead to pages that lie side by side. */
function siblings(read: Read[]): number {
  const folders = new Map<string, number>();
  for (const { talk, linked } of read) {
    const folder = linked ? talk.links?.[0]?.url.replace(/(?<![^/#])[^/#]*\/?$/, '') : undefined;
    if (folder) folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  return Math.max(0, ...folders.values());
}

/** A page that is named after one of its entries is that talk's own; the others stand beside it. */
function isOwnPage(read: Read[], page: Page): boolean {
  const names = [...page.title.split(/\s[-–—]\s|\s[|·•»«/]\s/u), page.title, metaOf(page.doc, 'og:title') ?? '']
    .map(foldTitle)
    .filter((name) => name.length > 7 && !SCHEDULE_WORD.test(name) && !LIST_WORD.test(name));
  const titles = read.map(({ talk }) => foldTitle(talk.title)).filter((title) => title.length > 7);
  return titles.some((title) => names.some((name) => name === title || name.startsWith(`${title} `)));
}
