/**
 * Videos of sites that show everything: which of them are talks, and what their titles say. A badge on every video would be worse than a
 * missed talk, so a talk needs evidence.
 */
import { LIMITS, type Speaker } from '../core/talk';
import { readWhen } from './dates';
import type { TalkFinding } from './finding';
import { kindOf } from './kind';
import { linkKind } from './links';
import { withoutLabel } from './names';
import { tidy, type Page } from './page';
import { linkTo } from './site-parts';
import { weigh, type Video } from './talk-video/evidence';
import { partsOf, peopleOf } from './talk-video/title';

export type { Video } from './talk-video/evidence';

const ENOUGH = 2;
const MOST_DESCRIPTION = 8000;

/** The talk a video shows, or null where nothing speaks for one. */
export function talkOf(video: Video, page: Page): TalkFinding | null {
  const title = tidy(video.title.slice(0, LIMITS.title)).replace(/(?<!\s#[\p{L}\d_]{2,40})(?:\s#[\p{L}\d_]{2,40})+$/u, '');
  const description = video.description.slice(0, MOST_DESCRIPTION);
  const parts = partsOf(title);
  if (weigh({ ...video, title, description }, parts) < ENOUGH) return null;
  const named = parts.speakers.length > 0 ? parts.speakers : speakersIn(description);
  return {
    title: withoutLabel(parts.title),
    kind: kindOf(title),
    speakers: named,
    ...(parts.event && { event: { name: parts.event } }),
    starts: recordedOn(description, page.lang),
    abstract: description,
    links: linksIn(description, page),
  };
}

/** "Speaker: Ana Lima" on a line of the description. */
function speakersIn(description: string): Speaker[] {
  const line =
    /^[^\p{L}\n]{0,4}(?:speakers?|presenters?|presented by|referent(?:in)?|vortragender?|intervenante?s?|ponentes?|palestrantes?|talare|登壇者|発表者|講演者)\s?[:：]\s?(.{3,160})$/imu.exec(
      description,
    );
  return line?.[1] ? peopleOf(line[1].replace(/https?:\/\/\S+|@\w+/g, '')) : [];
}

/** The day in a line that speaks of the recording; the day of upload is not that of the talk. */
function recordedOn(description: string, lang: string | undefined): string | undefined {
  const line = /^.{0,80}\b(?:recorded|filmed|presented|given|held|aufgezeichnet|enregistrée?|grabad[oa]|gravad[oa])\b.{0,120}$/imu.exec(
    description,
  )?.[0];
  return line ? readWhen(line, lang)?.starts.slice(0, 10) : undefined;
}

/** Slides and code that the description links; a line says what its address is. */
function linksIn(description: string, page: Page) {
  return description
    .split('\n')
    .slice(0, 200)
    .flatMap((line) => {
      const address = /https?:\/\/[^\s<>"')]{4,500}/.exec(line)?.[0].replace(/(?<![.,;])[.,;]+$/, '');
      const label = tidy(line.replace(address ?? '', '')).replace(/(?<![\s:：–—-])[\s:：–—-]+$/u, '');
      const kind = address ? linkKind(address, label) : 'other';
      return kind === 'slides' || (kind === 'code' && label.length < 40) ? linkTo(kind, address, page, label) : [];
    });
}
