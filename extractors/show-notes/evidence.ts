import { safeUrl } from '../../core/url';
import type { Line } from '../lines';
import { matterOf } from '../matter/matter';
import { bodyText, textOf, type Page } from '../page';
import { AUDIO_FILE, EPISODE, EPISODE_PATH, NOTES_SECTION, NUMBERED, PLAYER, SHOW_NOTES_PATH, TIME_CODE } from './words';

/** The most sound files one episode comes in; a page with more is a list of episodes. */
const MOST_AUDIO = 2;

/** What of a page speaks for an episode of a podcast. */
export interface Evidence {
  /** Addresses of the episode's sound files. */
  audio: string[];
  /** At least 3 is an episode. */
  points: number;
}

/** A quick look: whether anything on the page speaks of an episode, before its lines are read. */
export function mayBeEpisode(page: Page): boolean {
  return (
    EPISODE_PATH.test(pathOf(page.url)) ||
    SHOW_NOTES_PATH.test(page.url) ||
    EPISODE.test(page.title) ||
    hasPlayer(page) ||
    audioOf(page).length > 0 ||
    /#\s?1\s?:/.test(bodyText(page).slice(0, 20_000))
  );
}

/** Weighs what only a podcast's episode has: a sound file or a player, the words for an episode, time codes, numbered items. */
export function weigh(page: Page, lines: Line[]): Evidence {
  const audio = audioOf(page);
  const recordings = new Set(audio.map(nameOfFile));
  if (recordings.size > MOST_AUDIO) return { audio, points: 0 };
  const path = pathOf(page.url);
  const headings = lines.filter((line) => line.level > 0);
  const points =
    (audio.length > 0 || hasPlayer(page) ? 2 : 0) +
    (EPISODE_PATH.test(path) ? 1 : 0) +
    (SHOW_NOTES_PATH.test(path) ? 1 : 0) +
    (EPISODE.test(`${page.title} ${textOf(page.doc.querySelector('h1, h2'))}`) ? 1 : 0) +
    (headings.some((line) => NOTES_SECTION.test(line.text)) ? 1 : 0) +
    (lines.filter((line) => line.text.search(TIME_CODE) === 0).length >= 3 ? 1 : 0) +
    (lines.filter((line) => NUMBERED.test(line.text)).length >= 3 ? 3 : 0) +
    (isListOfLinks(lines) ? 1 : 0);
  return { audio, points };
}

function audioOf({ doc, url }: Page): string[] {
  const sources = [...doc.querySelectorAll('audio, audio source, a[href], meta[content]')].slice(0, 5000);
  const found = sources.map(
    (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? element.getAttribute('content') ?? '',
  );
  const said = [...matterOf(doc).values()].filter((value) => typeof value === 'string');
  const audio = [...said, ...found].filter((address) => AUDIO_FILE.test(address)).map((address) => safeUrl(address, url));
  return [...new Set(audio.filter((address) => address !== undefined))];
}

/** The same recording comes as MP3 and OGG, from the host and through a counter: its file name stays. */
function nameOfFile(url: string): string {
  return url
    .replace(/[?#][^]*/, '')
    .replace(/^[^]*\//, '')
    .replace(/\.\w+$/, '')
    .toLowerCase();
}

function hasPlayer({ doc }: Page): boolean {
  const frames = [...doc.querySelectorAll('iframe')].slice(0, 50);
  return (
    doc.querySelector('audio') !== null ||
    frames.some((frame) => PLAYER.test(frame.getAttribute('src') ?? frame.getAttribute('data-src') ?? ''))
  );
}

function isListOfLinks(lines: Line[]): boolean {
  const listed = lines.filter((line) => line.depth > 0);
  return (
    listed.length >= 3 &&
    listed.length >= lines.length * 0.7 &&
    listed.filter((line) => line.links.length > 0).length >= listed.length * 0.7
  );
}

function pathOf(url: string): string {
  try {
    return decodeURIComponent(url.replace(/^https?:\/\/[^/]+/, ''));
  } catch {
    return url;
  }
}
