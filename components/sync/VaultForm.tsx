import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { LEAST_LENGTH, strengthOf, STRENGTHS, suggestedPassphrase } from '../../core/passphrase';
import { TextInput } from './TextInput';

export interface VaultFormProps {
  /** Whether there is a vault to join, or one has to be made. */
  there: boolean;
  deviceName: string;
  busy: boolean;
  open: (given: { name: string; passphrase?: string; recoveryCode?: string }) => void;
}

/** Passphrase and name: to make a vault, or to join the one that is there. */
export function VaultForm({ there, deviceName, busy, open }: VaultFormProps) {
  const [secret, setSecret] = useState('');
  const [name, setName] = useState(deviceName);
  const [byCode, setByCode] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    open({ name: name.trim() || deviceName, ...(byCode ? { recoveryCode: secret } : { passphrase: secret }) });
  };
  return (
    <form class="sync-form" onSubmit={submit}>
      <p>{i18n.t(there ? 'sync.vaultThere' : 'sync.vaultNew')}</p>
      <SecretField secret={secret} setSecret={setSecret} byCode={byCode} fresh={!there} />
      {there && (
        <button type="button" class="quiet" onClick={() => setByCode(!byCode)}>
          {i18n.t(byCode ? 'sync.passphraseInstead' : 'sync.codeInstead')}
        </button>
      )}
      <NameField name={name} setName={setName} />
      <button type="submit" class="primary" disabled={busy}>
        {i18n.t(busy ? 'library.working' : there ? 'sync.join' : 'sync.create')}
      </button>
    </form>
  );
}

interface SecretFieldProps {
  secret: string;
  setSecret: (secret: string) => void;
  byCode?: boolean;
  /** A new passphrase: with a hint on its strength, and one to take. */
  fresh: boolean;
  label?: string;
}

export function SecretField({ secret, setSecret, byCode = false, fresh, label }: SecretFieldProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const suggest = () => {
    setSecret(suggestedPassphrase());
    setShown(true);
  };
  return (
    <div class="labelled">
      <label class="label" for={id}>
        {label ?? i18n.t(byCode ? 'sync.recoveryCode' : 'sync.passphrase')}
      </label>
      <TextInput
        id={id}
        dir="ltr"
        hidden={!shown && !byCode}
        autocomplete={fresh ? 'new-password' : 'off'}
        required
        minLength={fresh ? LEAST_LENGTH : undefined}
        value={secret}
        help={`${id}-help`}
        change={setSecret}
      />
      {fresh && <Strength secret={secret} />}
      <p class="help" id={`${id}-help`}>
        {i18n.t(byCode ? 'sync.codeHelp' : 'sync.passphraseHelp')}
      </p>
      {!byCode && (
        <div class="sync-deeds">
          <button type="button" class="quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {i18n.t('sync.showPassphrase')}
          </button>
          {fresh && (
            <button type="button" class="quiet" onClick={suggest}>
              {i18n.t('sync.suggest')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function Strength({ secret }: { secret: string }) {
  const strength = strengthOf(secret);
  return (
    <div class="sync-strength" data-strength={secret && strength}>
      <meter min={0} max={3} value={secret ? STRENGTHS.indexOf(strength) + 1 : 0} aria-label={i18n.t('sync.strength.label')} />
      <span role="status">{secret && i18n.t(`sync.strength.${strength}`)}</span>
    </div>
  );
}

function NameField({ name, setName }: { name: string; setName: (name: string) => void }) {
  const id = useId();
  return (
    <div class="labelled">
      <label class="label" for={id}>
        {i18n.t('sync.deviceName')}
      </label>
      <TextInput id={id} maxLength={60} value={name} change={setName} />
    </div>
  );
}
