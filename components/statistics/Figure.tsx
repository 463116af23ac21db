import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';

export interface FigureProps {
  heading: string;
  /** What the drawing shows, in a sentence. */
  summary: string;
  /** The same numbers as a table: its head, and a row for each thing. */
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** What belongs to the drawing but is not one, such as the key to its colours. */
  legend?: ComponentChildren;
  /** The drawing. */
  children: ComponentChildren;
}

/** A chart: the drawing, what it says in a sentence, and its numbers as a table for everybody who would rather read. */
export function Figure({ heading, summary, head, rows, legend, children }: FigureProps) {
  const id = useId();
  return (
    <section class="figure" aria-labelledby={id}>
      <h3 id={id}>{heading}</h3>
      {legend}
      <div role="img" aria-label={summary}>
        {children}
      </div>
      <details>
        <summary>{i18n.t('statistics.table', [heading])}</summary>
        <div class="table-box" role="region" aria-label={i18n.t('statistics.table', [heading])} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {head.map((cell) => (
                  <th scope="col" key={cell}>
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([name, ...cells]) => (
                <tr key={name}>
                  <th scope="row" dir="auto">
                    {name}
                  </th>
                  {cells.map((cell, place) => (
                    <td key={head[place + 1]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
