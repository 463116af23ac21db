import type { TalkKind } from '../core/talk';

const KINDS: readonly [TalkKind, RegExp][] = [
  ['lightning', /(?<![a-z])lightning|\bLTs?\b|ライトニング/i],
  ['keynote', /(?<![a-z])key ?note(?![a-z])|基調講演/i],
  ['workshop', /(?<![a-z])(?:workshop|tutorial|hands-on|atelier|taller|oficina)|ワークショップ|工作坊/i],
  ['panel', /(?<![a-z])panel(?![a-z])|パネル|podiumsdiskussion|table ronde|mesa redonda/i],
];

/** The kind of talk that a title, a label or an address names; undefined where it names none. */
export function kindIn(text: string): TalkKind | undefined {
  return KINDS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** The same; what names no kind is a talk. */
export function kindOf(text: string): TalkKind {
  return kindIn(text) ?? 'talk';
}
