/**
 * Hybrid logical clock (Kulkarni et al., 2014): stamps that sort as text in causal order, close to wall-clock time, never backwards.
 * A stamp is `<ISO instant>-<counter, 4 hex>-<node>`.
 */
export interface Clock {
  /** Milliseconds since 1970 of the last stamp. */
  time: number;
  counter: number;
  /** The device, 8 hex digits. */
  node: string;
}

const MOST_COUNTS = 0xffff;

/** The clock after one more local change. Wall time that stands still or runs backwards only moves the counter. */
export function tick(clock: Clock, wall: number = Date.now()): Clock {
  if (wall > clock.time) return { ...clock, time: wall, counter: 0 };
  return clock.counter < MOST_COUNTS ? { ...clock, counter: clock.counter + 1 } : { ...clock, time: clock.time + 1, counter: 0 };
}

/** The text form of a clock. */
export function stampOf(clock: Clock): string {
  return `${new Date(clock.time).toISOString()}-${clock.counter.toString(16).padStart(4, '0')}-${clock.node}`;
}
