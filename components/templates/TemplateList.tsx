import { i18n } from '#i18n';
import { Icon } from '../Icon';

export interface TemplateListProps {
  entries: readonly { id: string; label: string; isPreset: boolean; example: string }[];
  edit: (id: string) => void;
  /** Makes a new one after the model of another, or an empty one. */
  make: (model?: string) => void;
}

/** The templates there are: one's own to be changed, the shipped ones as models. */
export function TemplateList({ entries, edit, make }: TemplateListProps) {
  return (
    <>
      <p class="quiet-text">{i18n.t('templates.help')}</p>
      <button type="button" class="primary new-template" onClick={() => make()}>
        {i18n.t('templates.new')}
      </button>
      <ul class="cards">
        {entries.map(({ id, label, isPreset, example }) => (
          <li class="card" key={id}>
            <div class="card-text">
              <p class="card-title" dir="auto">
                {label}
              </p>
              <p class="template-example" dir="auto">
                {example}
              </p>
            </div>
            {isPreset ? (
              <button type="button" class="button" aria-label={i18n.t('templates.modelOf', [label])} onClick={() => make(id)}>
                {i18n.t('templates.model')}
              </button>
            ) : (
              <button type="button" class="icon-button" aria-label={i18n.t('talk.editOf', [label])} onClick={() => edit(id)}>
                <Icon name="edit" />
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
