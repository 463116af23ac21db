import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Template } from '../../formats/templates/template';

const NAMES: Record<Exclude<Template['escape'], 'none'>, string> = {
  markdown: 'Markdown',
  html: 'HTML',
  slack: 'Slack',
  jira: 'Jira',
  org: 'Org',
};

/** What a file is called where the template does not say. */
const DEFAULT = 'txt';

export interface TemplateHeadProps {
  draft: Template;
  /** Whether another template has the name. */
  isTaken: boolean;
  escapes: readonly Template['escape'][];
  set: (change: Partial<Template>) => void;
}

/** A template's name, the markup it is written in, and what a file made with it is called. */
export function TemplateHead({ draft, isTaken, escapes, set }: TemplateHeadProps) {
  const [name, escape, extension] = [useId(), useId(), useId()];
  return (
    <div class="template-head">
      <div class="labelled">
        <label class="label" for={name}>
          {i18n.t('templates.name')}
        </label>
        <input
          id={name}
          class="field"
          dir="auto"
          required
          maxLength={60}
          value={draft.name}
          aria-invalid={isTaken ? true : undefined}
          aria-describedby={isTaken ? `${name}-help` : undefined}
          onInput={(event) => set({ name: event.currentTarget.value })}
        />
        {isTaken && (
          <span class="help" id={`${name}-help`} data-wrong="true" role="status">
            {i18n.t('templates.taken')}
          </span>
        )}
      </div>
      <div class="labelled">
        <label class="label" for={escape}>
          {i18n.t('templates.escape')}
        </label>
        <select
          id={escape}
          class="field"
          value={draft.escape}
          onChange={(event) => set({ escape: event.currentTarget.value as Template['escape'] })}
        >
          {escapes.map((each) => (
            <option key={each} value={each}>
              {each === 'none' ? i18n.t('templates.plain') : NAMES[each]}
            </option>
          ))}
        </select>
      </div>
      <div class="labelled">
        <label class="label" for={extension}>
          {i18n.t('templates.extension')}
        </label>
        <input
          id={extension}
          class="field code"
          dir="ltr"
          maxLength={8}
          pattern="[a-z0-9]*"
          placeholder={DEFAULT}
          value={draft.extension ?? ''}
          onInput={(event) => set({ extension: event.currentTarget.value.toLowerCase().replace(/[^a-z\d]/g, '') || undefined })}
        />
      </div>
    </div>
  );
}
