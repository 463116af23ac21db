import { i18n } from '#i18n';
import { numberText } from '../wording/locale';

/** The search index catches up; until then everything is found, but slower, and nothing is counted. */
export function Preparing({ indexed, total }: { indexed: number; total: number }) {
  const text = i18n.t('library.preparing', [numberText(indexed), numberText(total)]);
  return (
    <div class="work">
      <p class="quiet-text">{text}</p>
      <progress max={total} value={indexed} aria-label={text} />
    </div>
  );
}
