import { STATUSES, type Status, type Talk } from '../../core/talk';
import type { Grouping, Talks, WriteOptions } from '../format';
import { Piles } from './piles';
import { ENGLISH } from './words';

/** The pile of the talks that belong to no group of their kind. */
const REST = '';

interface Group {
  /** The heading. */
  name: string;
  /** The talks of one event, so that the heading is its name. */
  isEvent: boolean;
  talks: AsyncIterable<Uint8Array>;
}

/**
 * The talks, each rendered at once and kept so, under the headings of a grouping. A talk stands under each of its tags. Events keep
 * the order in which the talks come, months run from the latest, tags by alphabet, status from what is to be watched.
 */
export async function grouped(talks: Talks, options: WriteOptions, render: (talk: Talk) => string): Promise<Group[]> {
  const { groupBy: by = 'event', words = ENGLISH } = options;
  const piles = new Piles((one, other) => compare(one, other, by));
  for await (const talk of talks) await piles.add(groupsOf(talk, by), render(talk));
  return piles.sorted().map((pile) => ({
    name: headingOf(pile, by, words),
    isEvent: by === 'event' && pile !== REST,
    talks: piles.take(pile),
  }));
}

/** The piles a talk belongs on. */
function groupsOf(talk: Talk, by: Grouping): string[] {
  if (by === 'tag') return talk.tags.length > 0 ? [...new Set(talk.tags)] : [REST];
  if (by === 'month') return [/^\d{4}-\d\d/.exec(talk.starts ?? '')?.[0] ?? REST];
  return [by === 'status' ? talk.status : (talk.event?.name.trim() ?? REST)];
}

function headingOf(pile: string, by: Grouping, { rest, status }: NonNullable<WriteOptions['words']>): string {
  if (by === 'status') return status[pile as Status];
  return pile === REST ? rest[by] : pile;
}

const BY_ALPHABET = /* @__PURE__ */ new Intl.Collator('en');

function compare(one: string, other: string, by: Grouping): number {
  if (one === REST || other === REST) return Number(one === REST) - Number(other === REST);
  if (by === 'month') return one < other ? 1 : -1;
  if (by === 'tag') return BY_ALPHABET.compare(one, other);
  return by === 'status' ? order(one) - order(other) : 0;
}

function order(status: string): number {
  return (STATUSES as readonly string[]).indexOf(status);
}
