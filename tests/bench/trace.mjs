/**
 * What a script of ours did on one page, by a browser's trace.
 * @typedef {{ms: number, layouts: number}} Share
 */

/** @typedef {{name: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args?: {data?: {url?: string, fileName?: string, frame?: string}}}} TraceEvent */

const LAYOUTS = new Set(['Layout', 'UpdateLayoutTree', 'UpdateLayerTree']);

/**
 * The main thread's own time (not the clock's: other work shares the machine) in the scripts whose address fits, per page, and how often the browser had to lay out or style while they ran.
 * @param {TraceEvent[]} events @param {RegExp} address @returns {Share[]}
 */
export function ours(events, address) {
  /** @type {Map<string, TraceEvent[]>} */
  const threads = new Map();
  for (const event of events) {
    if (event.dur === undefined) continue;
    const key = `${event.pid} ${event.tid}`;
    const known = threads.get(key);
    if (known) known.push(event);
    else threads.set(key, [event]);
  }
  return [...threads.values()].flatMap((thread) => shareOf(thread, address));
}

/** @param {TraceEvent[]} thread @param {RegExp} address @returns {Share[]} */
function shareOf(thread, address) {
  const fits = (/** @type {TraceEvent} */ { args }) => address.test(args?.data?.url ?? args?.data?.fileName ?? '');
  const runs = outermost(thread.filter(fits));
  const frames = new Set(runs.map(frameOf));
  return [...frames].map((frame) => {
    const own = runs.filter((run) => frameOf(run) === frame);
    const layouts = thread.filter(({ name, ts }) => LAYOUTS.has(name) && own.some((run) => ts >= run.ts && ts <= run.ts + (run.dur ?? 0)));
    return { ms: own.reduce((sum, { dur = 0, tdur = dur }) => sum + tdur, 0) / 1000, layouts: layouts.length };
  });
}

/** @param {TraceEvent} event */
function frameOf({ args }) {
  return args?.data?.frame ?? '';
}

/** Those that lie in none of the others. @param {TraceEvent[]} events */
function outermost(events) {
  let end = -Infinity;
  return [...events]
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      if (ts < end) return false;
      end = ts + dur;
      return true;
    });
}
