import { LINK_KINDS, STATUSES } from '../../core/talk';
import type { Words } from '../format';

/** What lists say where nobody passed in the words of another language. */
export const ENGLISH: Words = {
  language: 'en',
  rest: { event: 'Other talks', tag: 'Untagged', month: 'Undated' },
  abstract: 'Abstract',
  status: /* @__PURE__ */ named(STATUSES),
  link: /* @__PURE__ */ named(LINK_KINDS),
};

function named<T extends string>(names: readonly T[]): Record<T, string> {
  return Object.fromEntries(names.map((name) => [name, name])) as unknown as Record<T, string>;
}
