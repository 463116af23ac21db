import { i18n } from '#i18n';
import type { Replaced } from '../../storage/sync/overview';
import { isTalkStatus, statusText } from '../wording/facts';
import { locale } from '../wording/locale';
import { dayText } from '../wording/dates';

const NAMES = {
  title: 'talk.title',
  speakers: 'talk.speakers',
  event: 'talk.event',
  starts: 'talk.date',
  ends: 'talk.date',
  location: 'talk.location',
  abstract: 'talk.abstract',
  links: 'talk.links',
  note: 'talk.note',
  status: 'talk.status',
} as const;

/** Values that a later change of another browser replaced: what holds now, what was put aside, and the way back. */
export function ReplacedList({ replaced, restore }: { replaced: readonly Replaced[]; restore: (id: string) => void }) {
  return (
    <section class="sync-form" aria-labelledby="sync-replaced">
      <h3 id="sync-replaced">{i18n.t('sync.replaced')}</h3>
      <p class="quiet-text">{i18n.t(replaced.length > 0 ? 'sync.replacedHelp' : 'sync.replacedNone')}</p>
      <ul class="cards">
        {replaced.map((row) => (
          <li class="card" key={row.id}>
            <div class="card-text">
              <p class="card-title" dir="auto">
                {row.title ?? i18n.t('sync.talkGone')}
              </p>
              <p class="quiet-text">{[fieldText(row.field), row.by, dayText(row.at, locale())].filter(Boolean).join(' · ')}</p>
              <p dir="auto">{i18n.t('sync.keptValue', [valueText(row.kept)])}</p>
              <p dir="auto">{i18n.t('sync.olderValue', [valueText(row.value)])}</p>
            </div>
            {row.title !== undefined && (
              <button
                type="button"
                class="button"
                aria-label={i18n.t('sync.restoreOf', [fieldText(row.field), row.title])}
                onClick={() => restore(row.id)}
              >
                {i18n.t('trash.restore')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function fieldText(field: string): string {
  return Object.hasOwn(NAMES, field) ? i18n.t(NAMES[field as keyof typeof NAMES]) : field;
}

const LONGEST = 200;

/** A value as one line: texts as they are, lists by their names. */
function valueText(value: unknown): string {
  if (isTalkStatus(value)) return statusText(value);
  const text = Array.isArray(value) ? value.map(nameOf).join(', ') : nameOf(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text || '–';
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  const { name, label, url } = value as Partial<Record<string, unknown>>;
  return [name, label, url].find((text): text is string => typeof text === 'string' && text !== '') ?? '';
}
