import type { TalkRow } from '../../../storage/database';

/** A talk as it must be in every browser in the end. */
export interface Expected {
  alive: boolean;
  fields: Record<string, unknown>;
  tags: string[];
}

interface Write {
  stamp: string;
  value: unknown;
}

interface Known {
  page: string;
  browser: string;
  born: string;
  fields: Map<string, Write>;
  /** Every addition of each tag. */
  tags: Map<string, Set<string>>;
  /** Additions that some removal had seen: tag and stamp. */
  untagged: Set<string>;
  revivals: Set<string>;
  /** Additions of keys and of fields that count as corrected: nobody takes them back here. */
  further: Set<string>;
  /** Stamps that some deletion had seen. */
  buried: Set<string>;
}

type Row = Omit<TalkRow, 'seq'>;

const SETS = ['tags', 'keys', 'corrected'] as const;

/**
 * Keeps a list of all that people did, with the stamps the database gave it, and says what has to come of it. It shares no code with the merge: of every field the
 * latest write counts; a tag is there where an addition is that no removal had seen; a talk is there where anything that counts was seen by no
 * deletion. What was seen is kept as the very set of stamps, not as the latest of each browser.
 */
export class Oracle {
  readonly known = new Map<string, Known>();
  operations = 0;

  saved(row: Row, page: string, browser: string): void {
    this.operations++;
    const known: Known = {
      ...{ page, browser, born: row.stamp, fields: new Map(), tags: new Map() },
      ...{ untagged: new Set(), revivals: new Set(), further: new Set(), buried: new Set() },
    };
    this.known.set(row.id, known);
    for (const [field, value] of fieldsOf(row)) known.fields.set(field, { stamp: row.stamp, value });
    // Like any other field, the order of a set is written by a save: where two records of one page are united, the later one holds.
    for (const field of SETS) known.fields.set(field, { stamp: row.stamp, value: undefined });
    for (const tag of row.tags) known.tags.set(tag, new Set([row.stamp]));
    if (row.keys.length > 0) known.further.add(row.stamp);
  }

  /** A change of any fields and tags by a person. */
  edited(before: Row, after: Row): void {
    this.operations++;
    const known = this.known.get(before.id)!;
    const was = new Map(fieldsOf(before));
    const is = new Map(fieldsOf(after));
    for (const field of new Set([...was.keys(), ...is.keys()])) {
      if (JSON.stringify(was.get(field)) === JSON.stringify(is.get(field))) continue;
      this.write(known, field, { stamp: stampIn(after, field), value: is.get(field) });
    }
    for (const tag of after.tags.filter((tag) => !before.tags.includes(tag))) {
      known.tags.set(tag, new Set([...(known.tags.get(tag) ?? []), ...additionsOf(after, tag)]));
    }
    for (const tag of before.tags.filter((tag) => !after.tags.includes(tag)))
      for (const dot of additionsOf(before, tag)) known.untagged.add(`${tag} ${dot}`);
    // The order of tags is a field of its own, and a touch.
    if (before.tags.join() !== after.tags.join()) this.write(known, 'tags', { stamp: stampIn(after, 'tags'), value: undefined });
    for (const field of ['keys', 'corrected'] as const) {
      this.write(known, field, { stamp: stampIn(after, field), value: undefined });
      const sets = Object.entries(after.marks?.sets?.[field] ?? {});
      const added = sets.filter(([element]) => !(before[field] as string[]).includes(element));
      for (const dot of added.flatMap(([, [adds]]) => adds)) known.further.add(dot);
    }
  }

  buried(before: Row): void {
    this.operations++;
    const known = this.known.get(before.id)!;
    for (const stamp of stampsOf(before)) known.buried.add(stamp);
  }

  revived(after: Row): void {
    this.operations++;
    const stamp = after.marks?.alive;
    if (stamp) this.known.get(after.id)!.revivals.add(stamp);
  }

  /** What has to come of it. @param idOf the record that each became part of */
  expected(idOf: (id: string) => string): Map<string, Expected> {
    const groups = new Map<string, Known[]>();
    for (const [id, known] of this.known) groups.set(idOf(id), [...(groups.get(idOf(id)) ?? []), known]);
    return new Map([...groups].map(([id, all]) => [id, outcome(all)]));
  }

  private write(known: Known, field: string, write: Write): void {
    const before = known.fields.get(field);
    if (!before || write.stamp > before.stamp) known.fields.set(field, write);
  }
}

function outcome(all: readonly Known[]): Expected {
  const fields = new Map<string, Write>();
  for (const known of all) {
    for (const [field, write] of known.fields) if (!fields.has(field) || write.stamp > fields.get(field)!.stamp) fields.set(field, write);
  }
  const untagged = new Set(all.flatMap(({ untagged }) => [...untagged]));
  const tags = new Map<string, string[]>();
  for (const known of all) for (const [tag, dots] of known.tags) tags.set(tag, [...(tags.get(tag) ?? []), ...dots]);
  const held = [...tags]
    .map(([tag, dots]) => [tag, dots.filter((dot) => !untagged.has(`${tag} ${dot}`))] as const)
    .filter(([, dots]) => dots.length > 0);
  const buried = new Set(all.flatMap(({ buried }) => [...buried]));
  const born = all.map((known) => known.born).sort()[0]!;
  const latestRevival = all
    .flatMap(({ revivals }) => [...revivals])
    .sort()
    .at(-1);
  const touches = [
    born,
    ...[...fields.values()].map(({ stamp }) => stamp),
    ...held.flatMap(([, dots]) => dots),
    ...(latestRevival ? [latestRevival] : []),
  ];
  return {
    alive: [...touches, ...all.flatMap(({ further }) => [...further])].some((stamp) => !buried.has(stamp)),
    fields: Object.fromEntries([...fields].filter(([, { value }]) => value !== undefined).map(([field, { value }]) => [field, value])),
    tags: held.map(([tag]) => tag).sort(),
  };
}

const NOT_COMPARED = ['id', 'seq', 'mine', 'stamp', 'stamps', 'marks', 'tags', 'keys', 'corrected'];

export function fieldsOf(row: Row): [string, unknown][] {
  return Object.entries(row).filter(([field, value]: [string, unknown]) => !NOT_COMPARED.includes(field) && value !== undefined);
}

function stampIn(row: Row, field: string): string {
  return (row.stamps as Record<string, string>)[field] ?? row.stamp;
}

function additionsOf(row: Row, tag: string): readonly string[] {
  const dots = Object.entries(row.marks?.sets?.tags ?? {}).find(([name]) => name === tag);
  return dots ? dots[1][0] : [row.stamp];
}

/** Every stamp in a row that says somebody touched it. */
function stampsOf(row: Row): string[] {
  const dots = SETS.flatMap((field) => Object.values(row.marks?.sets?.[field] ?? {}).flatMap(([adds]) => adds));
  return [row.stamp, ...Object.values<string>(row.stamps), ...dots, ...(row.marks?.alive ? [row.marks.alive] : [])];
}
