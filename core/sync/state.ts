/**
 * What is known of one talk, in a form that two devices can join in any order and any number of times (a join-semilattice). A row of the database is
 * the same in short: `stateOf` and `talkOf` translate.
 *
 * - every field is a register: the later stamp wins;
 * - tags, keys and the list of corrected fields are add-wins sets; the register beside a set only keeps order and spelling;
 * - a deletion names all it has seen of the talk; what it has not seen keeps the talk alive (life.ts);
 * - members this version does not know are registers like any other, so they are kept and passed on.
 */
import { equal } from '../equal';
import { unionOfTags } from '../tags';
import { LIMITS, type Talk } from '../talk';
import type { Dots } from './dots';

export const SET_FIELDS = ['tags', 'keys', 'corrected'] as const;
export type SetField = (typeof SET_FIELDS)[number];

/** What a row carries beside the talk, where it is not what follows from the talk itself. */
export interface Marks {
  /** Elements whose additions are other than the first save, or that were removed. */
  sets?: Partial<Record<SetField, Record<string, Dots>>>;
  /** The lists as they were written, where what is shown differs from it. */
  lists?: Partial<Record<SetField, string[]>>;
  /** When it was last brought back. */
  alive?: string;
  /** What the last deletions had seen, of each node the latest stamp. */
  gone?: string[];
  /** ISO 8601 instant in UTC of the last deletion. */
  deletedAt?: string;
  /** Ids of records that are this one, all larger than its own. */
  ids?: string[];
}

export type MarkedTalk = Talk & { marks?: Marks };

export interface Register {
  stamp: string;
  value: unknown;
}

export interface TalkState {
  /** The smallest of all its ids. */
  id: string;
  ids: ReadonlySet<string>;
  /** The stamp of the first save. */
  born: string;
  fields: ReadonlyMap<string, Register>;
  sets: Readonly<Record<SetField, ReadonlyMap<string, Dots>>>;
  alive: string;
  gone: readonly string[];
  deletedAt: string;
}

/** Members of a row that are no fields of the talk. */
const NO_FIELDS = new Set(['id', 'seq', 'mine', 'stamp', 'stamps', 'marks']);

/** The most elements of each set that are shown. */
const MOST: Record<SetField, number> = { tags: LIMITS.tags, keys: 200, corrected: 100 };

/** What a row says. */
export function stateOf(talk: MarkedTalk): TalkState {
  const { id, stamp: born, marks = {} } = talk;
  return {
    id,
    ids: new Set(marks.ids),
    born,
    fields: registersOf(talk),
    sets: { tags: dotsOf(talk, 'tags'), keys: dotsOf(talk, 'keys'), corrected: dotsOf(talk, 'corrected') },
    alive: marks.alive ?? '',
    gone: marks.gone ?? [],
    deletedAt: marks.deletedAt ?? '',
  };
}

function registersOf(talk: MarkedTalk): Map<string, Register> {
  const fields = new Map<string, Register>();
  const stamps = talk.stamps as Record<string, string>;
  const lists = talk.marks?.lists ?? {};
  for (const [field, value] of Object.entries(talk)) {
    if (NO_FIELDS.has(field) || value === undefined) continue;
    const stamp = Object.hasOwn(stamps, field) ? stamps[field] : undefined;
    fields.set(field, { stamp: stamp ?? talk.stamp, value: (lists as Record<string, unknown>)[field] ?? value });
  }
  for (const [field, stamp] of Object.entries(stamps)) {
    if (!fields.has(field) && !NO_FIELDS.has(field)) fields.set(field, { stamp, value: undefined });
  }
  return fields;
}

function dotsOf(talk: MarkedTalk, field: SetField): Map<string, Dots> {
  const dots = new Map<string, Dots>();
  for (const element of talk.marks?.lists?.[field] ?? talk[field]) dots.set(element, [[talk.stamp], []]);
  for (const [element, known] of Object.entries(talk.marks?.sets?.[field] ?? {})) dots.set(element, known);
  return dots;
}

/** The row of a state, without its place in a database. Equal states give equal rows. */
export function talkOf(state: TalkState): MarkedTalk {
  const fields: Record<string, unknown> = {};
  const stamps: Record<string, string> = {};
  for (const [field, { stamp, value }] of state.fields) {
    if (value !== undefined) fields[field] = value;
    if (stamp !== state.born) stamps[field] = stamp;
  }
  const marks: Marks = { ...setMarks(state, fields), ...otherMarks(state) };
  const row = { ...fields, id: state.id, stamp: state.born, stamps, ...(Object.keys(marks).length > 0 && { marks }) };
  return row as unknown as MarkedTalk;
}

/** Puts the lists that are shown into the fields. @returns what they do not tell */
function setMarks(state: TalkState, fields: Record<string, unknown>): Pick<Marks, 'sets' | 'lists'> {
  const sets: Marks['sets'] = {};
  const lists: Marks['lists'] = {};
  for (const field of SET_FIELDS) {
    const list = (fields[field] ?? []) as string[];
    const own = [...state.sets[field]].filter(([element, dots]) => !isFirst(dots, state.born) || !list.includes(element));
    if (own.length > 0) sets[field] = Object.fromEntries(own);
    const shown = shownOf(state, field, list);
    if (!equal(shown, list)) lists[field] = list;
    fields[field] = shown;
  }
  return { ...(Object.keys(sets).length > 0 && { sets }), ...(Object.keys(lists).length > 0 && { lists }) };
}

function otherMarks({ alive, gone, deletedAt, ids }: TalkState): Omit<Marks, 'sets' | 'lists'> {
  return {
    ...(alive && { alive }),
    ...(gone.length > 0 && { gone: [...gone] }),
    ...(deletedAt && { deletedAt }),
    ...(ids.size > 0 && { ids: [...ids].sort() }),
  };
}

function isFirst([adds, gone]: Dots, born: string): boolean {
  return adds.length === 1 && adds[0] === born && gone.length === 0;
}

/** The elements of a set, in the order of the list that was written last, then by text. */
function shownOf({ sets }: TalkState, field: SetField, list: readonly string[] = []): string[] {
  const known = sets[field];
  const held = list.filter((element) => (known.get(element)?.[0].length ?? 0) > 0);
  const others = [...known].filter(([element, [adds]]) => adds.length > 0 && !list.includes(element)).map(([element]) => element);
  const shown = [...new Set([...held, ...others.sort()])];
  return (field === 'tags' && shown.length > 1 ? unionOfTags([], shown) : shown).slice(0, MOST[field]);
}
