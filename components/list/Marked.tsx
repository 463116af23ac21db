import type { Range } from '../../core/highlight';

/** A text with the stretches that a search found. */
export function Marked({ text, ranges = [] }: { text: string; ranges?: readonly Range[] }) {
  if (ranges.length === 0) return <>{text}</>;
  return (
    <>
      {ranges.map(({ start, end }, index) => (
        <>
          {text.slice(ranges[index - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </>
      ))}
      {text.slice(ranges.at(-1)?.end ?? 0)}
    </>
  );
}
