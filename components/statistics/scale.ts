/** Round numbers from 0 up to at least `most`, few enough to be read as the lines of a chart. */
export function ticks(most: number, wanted = 4): number[] {
  const rough = Math.max(1, most / wanted);
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * magnitude >= rough) ?? 10) * magnitude;
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, place) => place * step);
}

/** Of many labels, every how manieth to write, counted from the last, so that no more than `room` are: 1 for all of them. */
export function labelStep(total: number, room: number): number {
  return Math.max(1, Math.ceil(total / room));
}
