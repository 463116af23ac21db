import { numberText } from '../wording/locale';

/** Names with bars beside them, longest first; drawn with the page's own boxes, so that long names wrap and any language fits. */
export function Bars({ values }: { values: readonly { name: string; count: number }[] }) {
  const most = Math.max(1, ...values.map(({ count }) => count));
  return (
    <div class="bars">
      {values.map(({ name, count }) => (
        <div class="bar-row" key={name}>
          <span class="bar-name" dir="auto">
            {name}
          </span>
          <span class="bar-track">
            <span class="bar-mark" style={`inline-size: ${(100 * count) / most}%`} />
          </span>
          <span class="bar-count">{numberText(count)}</span>
        </div>
      ))}
    </div>
  );
}
