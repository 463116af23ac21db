/** Round numbers from 0 up to at least `most`, few enough to be read as the lines of a chart. */
export function ticks(most: number, wanted = 4): number[] {
  const rough = Math.max(1, most / wanted);
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * magnitude >= rough) ?? 10) * magnitude;
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, place) => place * step);
}

/** Which of many labels to write so that about `room` fit: every one, every second, and so on, with the last. */
export function labelled(total: number, room: number): (place: number) => boolean {
  const every = Math.max(1, Math.ceil(total / room));
  return (place) => (total - 1 - place) % every === 0;
}
