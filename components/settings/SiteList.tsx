import { useState } from 'preact/hooks';
import { i18n } from '#i18n';

export interface SiteListProps {
  sites: readonly { host: string; on: boolean }[];
  /** What a site that is typed in becomes: noticed too, or left alone. */
  adding: 'on' | 'off';
  setSite: (host: string, on: boolean) => void;
  /** Undefined for what is no host. */
  hostMeant: (typed: string) => string | undefined;
}

/** The sites on which talks are noticed, each with its switch, and a way to add one. */
export function SiteList({ sites, adding, setSite, hostMeant }: SiteListProps) {
  return (
    <>
      <ul class="sites" aria-label={i18n.t('noticing.sitesLabel')}>
        {sites.map(({ host, on }) => (
          <li key={host}>
            <label class="choice-option">
              <input type="checkbox" class="check" checked={on} onChange={() => setSite(host, !on)} />
              <span dir="ltr">{host}</span>
            </label>
          </li>
        ))}
      </ul>
      <AddSite adding={adding} add={(host) => setSite(host, adding === 'on')} hostMeant={hostMeant} />
    </>
  );
}

function AddSite({ adding, add, hostMeant }: { adding: 'on' | 'off'; add: (host: string) => void } & Pick<SiteListProps, 'hostMeant'>) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const label = i18n.t(adding === 'on' ? 'noticing.addOn' : 'noticing.addOff');
  return (
    <form
      class="labelled"
      onSubmit={(event) => {
        event.preventDefault();
        const host = hostMeant(typed);
        setWrong(host === undefined);
        if (host === undefined) return;
        add(host);
        setTyped('');
      }}
    >
      <label class="label" for="add-site">
        {label}
      </label>
      <div class="rename">
        <input
          id="add-site"
          class="field"
          dir="ltr"
          autocomplete="off"
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? 'add-site-wrong' : undefined}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          {i18n.t('library.add')}
        </button>
      </div>
      {wrong && (
        <p class="help" id="add-site-wrong" role="alert" data-wrong="true">
          {i18n.t('noticing.noHost')}
        </p>
      )}
    </form>
  );
}
