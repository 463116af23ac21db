/**
 * Hybrid logical clock (Kulkarni et al., 2014): stamps that sort as text in causal order, close to wall-clock time, never backwards.
 * A stamp is `<ISO instant>-<counter, 4 hex>-<node>`.
 */
export interface Clock {
  /** Milliseconds since 1970 of the last stamp. */
  time: number;
  counter: number;
  /** Who makes stamps with it, 8 hex digits: a new one with every start of the browser, so that copies of a profile never share one. */
  node: string;
}

const MOST_COUNTS = 0xffff;

/** No clock is set that far ahead: stamps stay texts of one length, which sort as text. */
const LAST = Date.UTC(9000, 0);

/** How far another device's clock may pull ours along, in milliseconds: more than honest clocks differ, less than anybody would notice. */
export const MOST_DRAG = 5 * 60_000;

const STAMP = /^([0-8]\d{3}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d\.\d{3}Z)-([\da-f]{4})-([\da-f]{8})$/;

/** The clock after one more local change. Wall time that stands still or runs backwards only moves the counter. */
export function tick(clock: Clock, wall: number = Date.now()): Clock {
  const now = Math.min(wall, LAST);
  if (now > clock.time) return { ...clock, time: now, counter: 0 };
  return clock.counter < MOST_COUNTS ? { ...clock, counter: clock.counter + 1 } : { ...clock, time: clock.time + 1, counter: 0 };
}

/**
 * The clock after a stamp of another device was seen: not behind it, unless it is more than `MOST_DRAG` ahead of our wall clock. Such a stamp holds
 * where it stands, and `stampAfter` lets a later change of the same talk still be later.
 */
export function received(clock: Clock, stamp: string, wall: number = Date.now()): Clock {
  const { time, counter } = clockOf(stamp);
  if (time > Math.min(wall, LAST) + MOST_DRAG || time < clock.time) return clock;
  return time > clock.time ? { ...clock, time, counter } : { ...clock, counter: Math.max(counter, clock.counter) };
}

/** The text form of a clock. */
export function stampOf(clock: Clock): string {
  return `${new Date(clock.time).toISOString()}-${clock.counter.toString(16).padStart(4, '0')}-${clock.node}`;
}

/** The clock that made a stamp. */
export function clockOf(stamp: string): Clock {
  const [, instant = '', counter = '0', node = ''] = STAMP.exec(stamp) ?? [];
  return { time: Date.parse(instant) || 0, counter: parseInt(counter, 16), node };
}

/** Whether a text can be a stamp. */
export function isStamp(text: unknown): text is string {
  return typeof text === 'string' && STAMP.test(text) && !Number.isNaN(Date.parse(text.slice(0, 24)));
}

/** Who made a stamp. */
export function nodeOf(stamp: string): string {
  return stamp.slice(-8);
}

/** A stamp of the same node that is later than one it has seen, however far ahead that is: the later of both, moved on where needed. */
export function stampAfter(stamp: string, seen: string): string {
  if (stamp > seen) return stamp;
  return stampOf(tick({ ...clockOf(seen), node: nodeOf(stamp) }, 0));
}

/**
 * A stamp as it is written into a record: the node's name there is one of its own, made of both (FNV-1a, 32 bits). Whoever has seen the latest stamp of a name has
 * seen all before it: that holds within a record, where each stamp is later than all it has seen, but not between two records of one page, of which
 * somebody may know one only, and one may run ahead of the clock.
 */
export function stampIn(record: string, stamp: string): string {
  let hash = 0x811c9dc5;
  for (const letter of `${nodeOf(stamp)} ${record}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return stamp.slice(0, -8) + (hash >>> 0).toString(16).padStart(8, '0');
}
