import { i18n } from '#i18n';

const HEADINGS = {
  talk: 'templates.fields.talk',
  event: 'templates.fields.event',
  when: 'templates.fields.when',
  lists: 'templates.fields.lists',
  conditions: 'templates.fields.conditions',
  filters: 'templates.fields.filters',
} as const;

export interface SnippetsProps {
  groups: Readonly<Record<string, readonly string[]>>;
  insert: (snippet: string) => void;
}

/** Everything a template can name; a click puts it in at the cursor. */
export function Snippets({ groups, insert }: SnippetsProps) {
  return (
    <details class="snippets" open={!matchMedia('(max-width: 62rem)').matches}>
      <summary>{i18n.t('templates.fields.heading')}</summary>
      {Object.entries(groups).map(([group, snippets]) => (
        <div key={group} role="group" aria-label={i18n.t(HEADINGS[group as keyof typeof HEADINGS])} class="snippet-group">
          <p class="label" aria-hidden="true">
            {i18n.t(HEADINGS[group as keyof typeof HEADINGS])}
          </p>
          <div class="snippet-row">
            {snippets.map((snippet) => (
              <button type="button" class="snippet" key={snippet} dir="ltr" onClick={() => insert(snippet)}>
                {snippet.replace('|', '…').trim()}
              </button>
            ))}
          </div>
        </div>
      ))}
    </details>
  );
}
