import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { moved } from '../keys';
import { PAGE } from '../list/window';
import { numberText } from '../wording/locale';
import { DraftRow } from './DraftRow';
import type { Offer } from './offer';

export interface DraftListProps {
  offers: readonly Offer[];
  toggle: (place: number) => void;
  edit: (place: number) => void;
}

/** The talks of the page with check boxes: one stop for Tab, arrows move, space chooses. Long lists grow while they are scrolled. */
export function DraftList({ offers, toggle, edit }: DraftListProps) {
  const [shown, setShown] = useState(PAGE);
  const [stop, setStop] = useState<number>();
  const list = useRef<HTMLUListElement>(null);
  const rows = offers.slice(0, shown);
  const stopAt = rows.some(({ place }) => place === stop) ? stop : rows[0]?.place;

  const onKeyDown = (event: KeyboardEvent) => {
    const from = rows.findIndex(({ place }) => place === stopAt);
    const to = moved(event.key, from, rows.length);
    const place = to === undefined ? undefined : rows[to]?.place;
    if (place === undefined) return;
    event.preventDefault();
    setStop(place);
    list.current?.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus();
  };
  const onScroll = (event: Event) => {
    const { scrollTop, clientHeight, scrollHeight } = event.currentTarget as HTMLElement;
    if (scrollTop + clientHeight > scrollHeight - 200 && shown < offers.length) setShown(shown + PAGE);
  };

  return (
    <ul
      class="drafts"
      ref={list}
      aria-label={i18n.t('page.list')}
      onKeyDown={onKeyDown}
      onScroll={onScroll}
      onFocusIn={(event) => {
        const place = (event.target as HTMLElement).dataset.place;
        if (place !== undefined) setStop(Number(place));
      }}
    >
      {rows.map((offer) => (
        <DraftRow key={offer.place} offer={offer} stop={offer.place === stopAt} toggle={toggle} edit={edit} />
      ))}
      {offers.length > rows.length && (
        <li class="more">
          <button type="button" class="quiet" onClick={() => setShown(shown + PAGE)}>
            {i18n.t('count.more', offers.length - rows.length, [numberText(offers.length - rows.length)])}
          </button>
        </li>
      )}
    </ul>
  );
}
