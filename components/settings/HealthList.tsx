import { i18n } from '#i18n';
import { Icon } from '../Icon';

export interface HealthListProps {
  checks: readonly { subject: string; state: 'good' | 'attention' | 'bad'; figures: Record<string, unknown> }[];
  /** The names of the subjects, in the reader's language. */
  nameOf: (subject: string) => string;
  /** Mends a subject, where that can be done by a click. */
  repairs: Partial<Record<string, { name: string; run: () => void }>>;
}

/** Everything that was checked, with its state in words and the figures behind it. */
export function HealthList({ checks, nameOf, repairs }: HealthListProps) {
  return (
    <ul class="backups" aria-label={i18n.t('health.heading')}>
      {checks.map(({ subject, state, figures }) => {
        const repair = repairs[subject];
        return (
          <li key={subject} data-check={subject} data-health={state}>
            <details>
              <summary>
                <Icon name={state === 'good' ? 'check' : 'eye'} /> {nameOf(subject)}: {i18n.t(`health.state.${state}`)}
              </summary>
              <dl class="facts">
                {Object.entries(figures).map(([name, value]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{String(value)}</dd>
                  </div>
                ))}
              </dl>
            </details>
            {repair && (
              <button type="button" class="button" onClick={repair.run}>
                {repair.name}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
