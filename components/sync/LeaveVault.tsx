import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { SecretField } from './VaultForm';

export interface LeaveVaultProps {
  busy: boolean;
  leave: () => void;
  remove: () => void;
}

const WAYS = ['leave', 'delete'] as const;

/** Two ways out, each with what it means and a second question. */
export function LeaveVault({ busy, leave, remove }: LeaveVaultProps) {
  const [asked, setAsked] = useState<(typeof WAYS)[number]>();
  const does = { leave, delete: remove };
  return (
    <section class="sync-form" aria-labelledby="sync-leave">
      <h3 id="sync-leave">{i18n.t('sync.leaving')}</h3>
      {WAYS.map((way) => (
        <div class="labelled" key={way}>
          <p class="help">{i18n.t(`sync.${way}Help`)}</p>
          {asked === way ? (
            <div class="sync-deeds">
              <button type="button" class="button danger" disabled={busy} ref={focused} onClick={does[way]}>
                {i18n.t(`sync.${way}Sure`)}
              </button>
              <button type="button" class="button" onClick={() => setAsked(undefined)}>
                {i18n.t('editor.cancel')}
              </button>
            </div>
          ) : (
            <div class="sync-deeds">
              <button type="button" class="button danger" onClick={() => setAsked(way)}>
                {i18n.t(`sync.${way}`)}
              </button>
            </div>
          )}
        </div>
      ))}
    </section>
  );
}

function focused(element: HTMLElement | null): void {
  element?.focus();
}

/** A new passphrase for the vault; the other browsers notice nothing. */
export function NewPassphrase({ busy, change }: { busy: boolean; change: (current: string, next: string) => void }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const heading = useId();
  const submit = (event: Event) => {
    event.preventDefault();
    change(current, next);
  };
  return (
    <details class="sync-form">
      <summary id={heading}>{i18n.t('sync.newPassphrase')}</summary>
      <form class="sync-form" aria-labelledby={heading} onSubmit={submit}>
        <SecretField label={i18n.t('sync.currentPassphrase')} secret={current} setSecret={setCurrent} fresh={false} />
        <SecretField label={i18n.t('sync.nextPassphrase')} secret={next} setSecret={setNext} fresh />
        <button type="submit" class="button" disabled={busy}>
          {i18n.t('sync.newPassphrase')}
        </button>
      </form>
    </details>
  );
}
