import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Field, FieldName } from '../../storage/sync/backend';
import { Choice } from '../settings/Choice';
import { TextInput } from './TextInput';

/** A kind of place that can be chosen. */
export interface BackendChoice {
  id: string;
  name: string;
  fields: readonly Field[];
}

export interface BackendFormProps {
  choices: readonly BackendChoice[];
  chosen: string;
  choose: (id: string) => void;
  values: Readonly<Record<string, string>>;
  setValue: (field: FieldName, value: string) => void;
  /** The field that a problem is about. */
  wrong?: string;
  pickFolder: () => void;
  busy: boolean;
  connect: () => void;
}

const DESCRIBED = ['webdav', 'github', 'couchdb', 'folder'] as const;
const HELPED = ['url', 'password', 'repository', 'token'] as const;

/** Which kind of place, and what that backend needs to know of it. */
export function BackendForm({ choices, chosen, choose, busy, connect, ...fields }: BackendFormProps) {
  const backend = choices.find(({ id }) => id === chosen);
  const submit = (event: Event) => {
    event.preventDefault();
    connect();
  };
  return (
    <form class="sync-form" onSubmit={submit}>
      <Choice
        label={i18n.t('sync.where')}
        options={choices.map(({ id, name }) => ({ value: id, text: nameOf(id, name), help: aboutOf(id) }))}
        value={chosen}
        choose={choose}
      />
      {backend?.fields.map((field) => (
        <FieldView key={`${chosen} ${field.name}`} field={field} {...fields} />
      ))}
      {fields.values['url']?.trim().startsWith('http:') && <p class="help">{i18n.t('sync.plainHttp')}</p>}
      <button type="submit" class="primary" disabled={busy}>
        {i18n.t(busy ? 'sync.connecting' : 'sync.connect')}
      </button>
    </form>
  );
}

type FieldViewProps = Pick<BackendFormProps, 'values' | 'setValue' | 'wrong' | 'pickFolder'> & { field: Field };

function FieldView({ field, values, setValue, wrong, pickFolder }: FieldViewProps) {
  const { name, kind, required, placeholder } = field;
  const id = useId();
  const help = HELPED.find((each) => each === name);
  if (kind === 'folder') return <FolderField chosen={values[name] !== undefined} pick={pickFolder} />;
  return (
    <div class="labelled">
      <label class="label" for={id}>
        {i18n.t(`sync.field.${name}`)}
        {!required && <span class="quiet-text"> {i18n.t('sync.optional')}</span>}
      </label>
      <TextInput
        id={id}
        hidden={kind === 'secret'}
        dir={kind === 'url' ? 'ltr' : 'auto'}
        required={required}
        placeholder={placeholder}
        value={values[name] ?? ''}
        wrong={wrong === name}
        help={help && `${id}-help`}
        change={(value) => setValue(name, value)}
      />
      {help && (
        <p class="help" id={`${id}-help`}>
          {i18n.t(`sync.fieldHelp.${help}`)}
        </p>
      )}
    </div>
  );
}

function FolderField({ chosen, pick }: { chosen: boolean; pick: () => void }) {
  return (
    <div class="labelled">
      <span class="label">{i18n.t('sync.field.folder')}</span>
      <p class="help">{i18n.t(chosen ? 'sync.folderChosen' : 'sync.folderNone')}</p>
      <button type="button" class="button" onClick={pick}>
        {i18n.t('sync.chooseFolder')}
      </button>
    </div>
  );
}

/** Products keep their names in every language; a folder is a word. */
function nameOf(id: string, name: string): string {
  return id === 'folder' ? i18n.t('sync.field.folder') : name;
}

/** A line on a backend; one that is new needs none. */
function aboutOf(id: string): string | undefined {
  const known = DESCRIBED.find((each) => each === id);
  return known && i18n.t(`sync.about.${known}`);
}
