import { STATUSES, type Talk } from '../../core/talk';
import type { Grouping, Talks } from '../format';

/** Heading of the talks that belong to no group of their kind. */
const REST: Record<Grouping, string> = { event: 'Other talks', tag: 'Untagged', month: 'Undated', status: '' };

/**
 * The talks, each rendered at once and only kept as text, under the headings of a grouping. A talk stands under each of its tags. Events
 * keep the order in which the talks come, months run from the latest, tags by alphabet, status from what is to be watched.
 */
export async function grouped(talks: Talks, by: Grouping, render: (talk: Talk) => string): Promise<Map<string, string[]>> {
  const groups = new Map<string, string[]>();
  for await (const talk of talks) {
    const text = render(talk);
    for (const name of groupsOf(talk, by)) {
      const group = groups.get(name);
      if (group) group.push(text);
      else groups.set(name, [text]);
    }
  }
  return new Map([...groups].sort(([one], [other]) => compare(one, other, by)));
}

/** The headings a talk belongs under. */
export function groupsOf(talk: Talk, by: Grouping): string[] {
  if (by === 'tag') return talk.tags.length > 0 ? [...new Set(talk.tags)] : [REST.tag];
  if (by === 'month') return [/^\d{4}-\d\d/.exec(talk.starts ?? '')?.[0] ?? REST.month];
  return [by === 'status' ? talk.status : talk.event?.name || REST.event];
}

function compare(one: string, other: string, by: Grouping): number {
  if (one === REST[by] || other === REST[by]) return Number(one === REST[by]) - Number(other === REST[by]);
  if (by === 'month') return one < other ? 1 : -1;
  if (by === 'tag') return one.localeCompare(other, 'en');
  return by === 'status' ? order(one) - order(other) : 0;
}

function order(status: string): number {
  return (STATUSES as readonly string[]).indexOf(status);
}
