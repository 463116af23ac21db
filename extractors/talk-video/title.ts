import type { Speaker } from '../../core/talk';
import { looksLikeName, readSpeakers, splitByline } from '../names';
import { tidy } from '../page';
import { withoutEvent } from './event';

/** What the title of a video says. */
export interface Parts {
  title: string;
  speakers: Speaker[];
  event?: string;
}

/** "Title - Speaker (Event Year)", "Speaker | Title | Event", "Event Year: Title", "Speaker: Title", "Title by Speaker at Event". */
export function partsOf(whole: string): Parts {
  const { rest, event } = withoutEvent(whole);
  const pieces = rest
    .split(/(?<!\s)\s+[|｜•·–—-]\s+/u)
    .map(tidy)
    .filter(Boolean);
  const people = pieces.length > 1 ? pieces.map((piece) => peopleOf(piece)) : [];
  const sure = people.filter((one) => one.length > 0);
  const by = people.findIndex((one) => one.length > 0);
  if (sure.length === 1) return { title: unquoted(pieces.filter((_, at) => at !== by).join(' - ')), speakers: people[by] ?? [], event };
  const split = splitByline(rest) ?? quoted(rest) ?? byForm(rest);
  return split ? { ...split, title: unquoted(split.title), event } : { title: unquoted(rest), speakers: [], event };
}

/** The people a text names, where it names nothing else. */
export function peopleOf(text: string): Speaker[] {
  const speakers = readSpeakers(text);
  return speakers.length > 0 && speakers.every(({ name }) => looksLikeName(name)) ? speakers : [];
}

/** `Ana Lima “Title”`, as some channels write. */
function quoted(text: string): { title: string; speakers: Speaker[] } | undefined {
  const [, before = '', title = ''] = /^([^"“”«»„]{4,80}?)[\s:]+["“„«]([^"“”«»]{3,200})["”“»]$/u.exec(text) ?? [];
  const speakers = peopleOf(before);
  return speakers.length > 0 ? { title, speakers } : undefined;
}

/** Where the title reads as a name too, only the form tells which is which: "Name: Title", "Name | Title", "Title by Name", "Title - Name". */
function byForm(text: string): { title: string; speakers: Speaker[] } | undefined {
  const first = /^([^:|]{4,60}?)\s?(?::|\s\|)\s(.{3,200})$/u.exec(text);
  const last = /^(.{3,200}?)\s(?:by|[–—-])\s(.{4,60})$/u.exec(text);
  const [name = '', title = ''] = first ? [first[1], first[2]] : [last?.[2], last?.[1]];
  const speakers = peopleOf(name);
  return speakers.length > 0 ? { title, speakers } : undefined;
}

function unquoted(text: string): string {
  return text.replace(/^["“„«](.+)["”“»]$/u, '$1').trim();
}
