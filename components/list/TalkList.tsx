import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Highlights } from '../../core/highlight';
import type { Talk } from '../../core/talk';
import { moved } from '../keys';
import { printing } from './printing';
import { type Cells, type RowActions, TalkRow } from './TalkRow';
import { type Range, visible, widened } from './window';

export interface TalkListProps {
  /** Number of talks in the whole list. */
  total: number;
  /** The talks that are read, by their place in the list. */
  rows: ReadonlyMap<number, Talk>;
  /** The talk the cursor is on. */
  currentId: string | undefined;
  selected: ReadonlySet<string>;
  /** Where the search found its words, by talk. */
  highlights: ReadonlyMap<string, Highlights>;
  /** Says what is on the screen, so that it can be read. */
  show: (range: Range) => void;
  actions: RowActions;
  columns?: ListColumns | undefined;
}

/** A list as a table: its headings, and what stands below them. */
export interface ListColumns {
  head: ComponentChildren;
  cells: Cells;
}

/** Rendered beyond the screen on both sides, so that a scroll shows rows; each one more makes every key slower. */
const SPARE = 4;
/** Rendered before the list knows how high it is: what a popup shows. */
const FIRST = 8;

/** A list of any length of which only the rows on the screen exist (ARIA grid). Rows are all of one height, `--row`. */
export function TalkList({ total, rows, currentId, selected, highlights, show, actions, columns }: TalkListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState<Range>({ first: 0, end: FIRST });
  // As the browser told last: asking it would make it lay out everything once more in the middle of each key.
  const box = useRef({ top: 0, height: 0 });
  useKeptPlace(list, rows, box);

  const measure = () => {
    const element = list.current;
    if (!element || box.current.height === 0) return;
    const seen = visible(box.current.top, box.current.height, rowHeight(element), total);
    if (seen.first !== range.first || seen.end !== range.end) setRange(seen);
    show(seen);
  };
  useLayoutEffect(measure, [total]);
  const latest = useRef(measure);
  latest.current = measure;
  const look = () => {
    if (list.current) box.current = { top: list.current.scrollTop, height: list.current.clientHeight };
    latest.current();
  };
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => {
      if (list.current) heights.delete(list.current);
      look();
    });
    if (list.current) observer.observe(list.current);
    return () => observer.disconnect();
  }, []);

  const current = placeOf(rows, currentId);
  return (
    <div
      class="talks"
      role="grid"
      ref={list}
      aria-label={i18n.t('library.list')}
      aria-rowcount={columns ? total + 1 : total}
      data-columns={columns !== undefined}
      aria-multiselectable={actions.select ? true : undefined}
      tabIndex={current === undefined && total > 0 ? 0 : -1}
      onScroll={look}
      onFocus={(event) => event.target === event.currentTarget && focusFirst(rows, range, actions)}
      onKeyDown={(event) => list.current && onKey(event, list.current, rows, current ?? range.first, total, actions)}
    >
      {columns?.head}
      <div class="talks-space" role="rowgroup" style={`--total: ${total}`}>
        {(printing.value ? [...rows.keys()] : placesToRender(range, total, current)).map((place) => {
          const talk = rows.get(place);
          if (!talk) return <div class="talk pending" key={`place-${place}`} style={`--place: ${place}`} aria-hidden="true" />;
          return (
            <TalkRow
              key={talk.id}
              talk={talk}
              place={place}
              current={place === current}
              selected={selected.has(talk.id)}
              found={highlights.get(talk.id)}
              actions={actions}
              cells={columns?.cells}
            />
          );
        })}
      </div>
    </div>
  );
}

/** The rows on the screen, and the one with the cursor wherever it is: focus would be lost with it. */
function placesToRender(range: Range, total: number, current: number | undefined): number[] {
  const { first, end } = widened(range, SPARE, total);
  const places = Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
  if (current === undefined || (current >= first && current < end)) return places;
  return current < first ? [current, ...places] : [...places, current];
}

/**
 * Where talks come in or go above the screen, the rows on it stay where they are. At the very top the new ones are shown.
 */
function useKeptPlace(list: { current: HTMLDivElement | null }, rows: ReadonlyMap<number, Talk>, box: { current: { top: number } }): void {
  const anchor = useRef<{ id: string; place: number } | undefined>(undefined);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const height = box.current.top > 0 ? rowHeight(element) : 1;
    const before = anchor.current;
    const now = before && placeOf(rows, before.id);
    if (before && now !== undefined && now !== before.place && box.current.top > 0) {
      element.scrollTop += (now - before.place) * height;
      box.current.top = element.scrollTop;
    }
    const first = Math.ceil(box.current.top / height);
    const talk = rows.get(first);
    anchor.current = talk && { id: talk.id, place: first };
  });
}

function placeOf(rows: ReadonlyMap<number, Talk>, id: string | undefined): number | undefined {
  if (id === undefined) return undefined;
  for (const [place, talk] of rows) if (talk.id === id) return place;
  return undefined;
}

function focusFirst(rows: ReadonlyMap<number, Talk>, range: Range, actions: RowActions): void {
  const talk = rows.get(range.first);
  if (!talk) return;
  actions.pick(talk, range.first);
  requestAnimationFrame(() => document.getElementById(`talk-${talk.id}`)?.focus());
}

function onKey(
  event: KeyboardEvent,
  list: HTMLElement,
  rows: ReadonlyMap<number, Talk>,
  from: number,
  total: number,
  actions: RowActions,
): void {
  if (event.target instanceof HTMLSelectElement || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
    if (moveInside(event)) event.preventDefault();
    return;
  }
  const height = rowHeight(list);
  const to = moved(event.key, from, total, Math.max(1, Math.floor(list.clientHeight / height) - 1));
  if (to === undefined) return;
  event.preventDefault();
  reveal(list, to, height);
  const talk = rows.get(to);
  if (!talk) return;
  actions.pick(talk, to);
  if (event.shiftKey) actions.select?.(talk, true);
  requestAnimationFrame(() => document.getElementById(`talk-${talk.id}`)?.focus({ preventScroll: true }));
}

/** Moves focus between a row and its controls. */
function moveInside(event: KeyboardEvent): boolean {
  const row = (event.target as HTMLElement).closest<HTMLElement>('[role=row]');
  if (!row) return false;
  const stops = [row, ...row.querySelectorAll<HTMLElement>('a, button, input, select')];
  const forward = (event.key === 'ArrowRight') !== (getComputedStyle(row).direction === 'rtl');
  const next = stops[stops.indexOf(event.target as HTMLElement) + (forward ? 1 : -1)];
  next?.focus();
  return next !== undefined;
}

function reveal(list: HTMLElement, place: number, height: number): void {
  const top = place * height;
  // Headings lie over the first rows.
  const shown = list.clientHeight - (list.querySelector<HTMLElement>('.talks-head')?.offsetHeight ?? 0);
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + height > list.scrollTop + shown) list.scrollTop = top + height - shown;
}

/** The height of the rows of each list, until it changes its size or its columns. */
const heights = new WeakMap<HTMLElement, { columns: string | undefined; height: number }>();

function rowHeight(list: HTMLElement): number {
  const { columns } = list.dataset;
  const known = heights.get(list);
  if (known && known.columns === columns) return known.height;
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const height = Number.parseFloat(getComputedStyle(list).getPropertyValue('--row')) * rem;
  heights.set(list, { columns, height });
  return height;
}
