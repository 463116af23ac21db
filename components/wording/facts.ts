import { i18n } from '#i18n';
import { LINK_KINDS, type LinkKind, type Status, type TalkDraft, type TalkKind } from '../../core/talk';
import { dateText } from './dates';
import { kept } from './kept';
import { locale } from './locale';

const STATUS_KEYS = {
  'to watch': 'status.toWatch',
  watching: 'status.watching',
  watched: 'status.watched',
  dropped: 'status.dropped',
} as const;

export function statusText(status: Status): string {
  return i18n.t(STATUS_KEYS[status]);
}

export function isTalkStatus(value: unknown): value is Status {
  return typeof value === 'string' && Object.hasOwn(STATUS_KEYS, value);
}

export function kindText(kind: TalkKind): string {
  return i18n.t(`kind.${kind}`);
}

export function linkText(kind: LinkKind): string {
  return i18n.t(`link.${kind}`);
}

/** Who, where and when, as far as the talk says it: the line under a title. */
export function factsOf(draft: TalkDraft): string[] {
  const names = draft.speakers.map((speaker) => speaker.name);
  const who = names.length > 3 ? `${listText(names.slice(0, 2))} +${names.length - 2}` : listText(names);
  return [who, draft.event?.name ?? '', dateText(draft.starts, locale())].filter(Boolean);
}

/** Names as one text: "Ada, Grace, Linus". As a list of units they would stand without anything between them in Chinese. */
export function listText(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  const language = locale();
  return kept(`list ${language}`, () => new Intl.ListFormat(language, { style: 'narrow', type: 'conjunction' })).format(names);
}

/** The kinds of links a talk has that tell something: video, slides, code, audio. */
export function linkKindsOf(draft: TalkDraft): LinkKind[] {
  const kinds = new Set(draft.links.map((link) => link.kind));
  return LINK_KINDS.filter((kind) => kinds.has(kind) && kind !== 'page' && kind !== 'other');
}
