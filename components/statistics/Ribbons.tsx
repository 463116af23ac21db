export interface RibbonsProps {
  /** One ribbon each, all on one scale. */
  values: readonly { name: string; counts: readonly number[] }[];
  /** The first and the last period. */
  ends: readonly [string, string];
}

const [WIDTH, HEIGHT] = [400, 32];

/** How a few things went over time, one small area below the other: comparable by height, and without colours to tell apart. */
export function Ribbons({ values, ends }: RibbonsProps) {
  const most = Math.max(1, ...values.flatMap(({ counts }) => counts));
  return (
    <div class="ribbons">
      {values.map(({ name, counts }) => (
        <div class="bar-row" key={name}>
          <span class="bar-name" dir="auto">
            {name}
          </span>
          <svg class="ribbon" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <path class="mark" d={areaOf(counts, most)} />
            <path class="chart-line" d={`M0 ${HEIGHT}H${WIDTH}`} />
          </svg>
        </div>
      ))}
      <div class="bar-row ribbon-ends">
        <span class="bar-name" />
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
    </div>
  );
}

/** Steps, one for each period: between two counts there is nothing to draw. */
function areaOf(counts: readonly number[], most: number): string {
  const step = WIDTH / Math.max(1, counts.length);
  const tops = counts.map((count, place) => `L${place * step} ${y(count, most)}L${(place + 1) * step} ${y(count, most)}`);
  return `M0 ${HEIGHT}${tops.join('')}L${WIDTH} ${HEIGHT}Z`;
}

function y(count: number, most: number): number {
  return HEIGHT - (HEIGHT - 2) * (count / most);
}
