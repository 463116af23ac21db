import { shortNumberText } from '../wording/locale';
import { labelStep, ticks } from './scale';

export interface ColumnsProps {
  labels: readonly string[];
  /** One or two series; the second stands in front of the first, as a part of it. */
  series: readonly (readonly number[])[];
}

const [WIDTH, HEIGHT, LEFT, FOOT, TOP] = [640, 240, 56, 30, 12];
const ROOM = 5;

/** Columns over periods, with lines to read them by. Names and numbers are in the table beside it. */
export function Columns({ labels, series }: ColumnsProps) {
  const lines = ticks(Math.max(0, ...(series[0] ?? [])));
  const top = lines.at(-1) ?? 1;
  const step = (WIDTH - LEFT) / Math.max(1, labels.length);
  const y = (value: number) => TOP + (HEIGHT - FOOT - TOP) * (1 - value / top);
  const every = labelStep(labels.length, ROOM);
  const fromLast = (place: number) => labels.length - 1 - place;
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {lines.map((line) => (
        <g key={line}>
          <path class="chart-line" d={`M${LEFT} ${y(line)}H${WIDTH}`} />
          <text class="chart-label" x={LEFT - 6} y={y(line) + 4} text-anchor="end">
            {shortNumberText(line)}
          </text>
        </g>
      ))}
      {labels.map((label, place) => (
        <g key={label}>
          {series.map((counts, which) => (
            <Column key={which} x={LEFT + place * step} step={step} top={y(counts[place] ?? 0)} base={y(0)} which={which} />
          ))}
          {fromLast(place) % every === 0 && (
            <text
              class="chart-label"
              data-spare={fromLast(place) % (2 * every) !== 0}
              {...labelAt(place, labels.length, step)}
              y={HEIGHT - 6}
            >
              {label}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

/** Below its column; the last one ends where the chart ends. */
function labelAt(place: number, total: number, step: number) {
  const last = place === total - 1 && total > 3;
  return { x: last ? WIDTH : LEFT + (place + 0.5) * step, 'text-anchor': last ? ('end' as const) : ('middle' as const) };
}

function Column({ x, step, top, base, which }: { x: number; step: number; top: number; base: number; which: number }) {
  if (top >= base) return null;
  const width = Math.min(step * 0.72, 48);
  const inner = which === 0 ? width : width * 0.5;
  return (
    <rect
      class={which === 0 ? 'mark' : 'mark-part'}
      x={x + (step - inner) / 2}
      y={top}
      width={inner}
      height={base - top}
      rx={Math.min(2, inner / 3)}
    />
  );
}
