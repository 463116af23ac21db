import { i18n } from '#i18n';
import { numberText } from '../wording/locale';

export interface ImportProgressProps {
  text: string;
  done: number;
  total: number;
  /** What was found until now, where that is known. */
  talks?: number;
  /** Missing where it cannot be stopped. */
  cancel?: () => void;
}

/** Long work: how far it is, and the way to stop it. */
export function ImportProgress({ text, done, total, talks, cancel }: ImportProgressProps) {
  const share = total > 0 ? Math.min(done / total, 1) : 0;
  return (
    <div class="work">
      <p role="status">
        {text} {talks !== undefined && talks > 0 && i18n.t('count.talks', talks, [numberText(talks)])}
      </p>
      <progress max={1} value={share} aria-label={text} />
      {cancel && (
        <button type="button" class="button" onClick={cancel}>
          {i18n.t('import.cancel')}
        </button>
      )}
    </div>
  );
}
