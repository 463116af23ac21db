import type { LinkKind, TalkDraft } from './talk';
import { safeUrl } from './url';

/**
 * The address a talk is opened under: its own page, else its video, else the page it was found on; undefined where none of them is an
 * address of the web.
 */
export function addressOf(talk: TalkDraft): string | undefined {
  if (!talk.source.shared) return safeUrl(talk.source.url) ?? linkOf(talk, 'page') ?? linkOf(talk, 'video');
  return linkOf(talk, 'page') ?? linkOf(talk, 'video') ?? safeUrl(talk.source.url);
}

/** The first link of a kind. */
export function linkOf(talk: TalkDraft, kind: LinkKind): string | undefined {
  return safeUrl(talk.links.find((link) => link.kind === kind)?.url);
}
