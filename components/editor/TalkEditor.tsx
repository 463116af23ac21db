import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { STATUSES, type Status, type Talk } from '../../core/talk';
import { TagBox } from '../tagbox/TagBox';
import type { TagCount } from '../tagbox/completion';
import { statusText } from '../wording/facts';
import { type Fields, editOf, fieldsOf, isDate } from './fields';

export interface TalkEditorProps {
  talk: Talk;
  inUse: readonly TagCount[];
  /** Where the cursor stands first. */
  part: 'title' | 'tags';
  save: (edit: Partial<Talk>) => void;
  cancel: () => void;
}

/** The form for a talk. Only what is really changed is saved. */
export function TalkEditor({ talk, inUse, part, save, cancel }: TalkEditorProps) {
  const [fields, setFields] = useState<Fields>(() => fieldsOf(talk));
  const set = (changed: Partial<Fields>) => setFields((before) => ({ ...before, ...changed }));
  useEffect(() => document.getElementById(`edit-${part}`)?.focus(), [talk.id, part]);
  const wrongDate = !isDate(fields.starts);
  const noTitle = fields.title.trim() === '';
  const submit = () => {
    if (!wrongDate && !noTitle) save(editOf(talk, fields));
  };
  return (
    <form
      class="editor"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
      }}
    >
      <TextField
        id="edit-title"
        label={i18n.t('talk.title')}
        value={fields.title}
        set={(title) => set({ title })}
        wrong={noTitle && i18n.t('editor.titleMissing')}
      />
      <div class="labelled">
        <span class="label">{i18n.t('talk.tags')}</span>
        <TagBox
          label={i18n.t('talk.tags')}
          inputId="edit-tags"
          tags={fields.tags}
          inUse={inUse}
          change={(tags) => set({ tags })}
          done={submit}
        />
      </div>
      <StatusField value={fields.status} set={(status) => set({ status })} />
      <TextField lines={3} label={i18n.t('talk.note')} value={fields.note} set={(note) => set({ note })} />
      <TextField
        lines={2}
        label={i18n.t('talk.speakers')}
        help={i18n.t('editor.speakersHelp')}
        value={fields.speakers}
        set={(speakers) => set({ speakers })}
      />
      <TextField label={i18n.t('talk.event')} value={fields.event} set={(event) => set({ event })} />
      <TextField
        label={i18n.t('talk.date')}
        help={i18n.t('editor.dateHelp')}
        value={fields.starts}
        set={(starts) => set({ starts })}
        wrong={wrongDate && i18n.t('editor.dateWrong')}
      />
      <TextField label={i18n.t('talk.location')} value={fields.location} set={(location) => set({ location })} />
      <TextField lines={4} label={i18n.t('talk.abstract')} value={fields.abstract} set={(abstract) => set({ abstract })} />
      <div class="editor-foot">
        <button type="submit" class="primary">
          {i18n.t('editor.save')}
        </button>
        <button type="button" class="button" onClick={cancel}>
          {i18n.t('editor.cancel')}
        </button>
      </div>
    </form>
  );
}

interface TextFieldProps {
  label: string;
  value: string;
  set: (value: string) => void;
  id?: string;
  help?: string;
  lines?: number;
  /** Why it cannot be saved like this. */
  wrong?: string | false;
}

function TextField({ label, value, set, id, help, lines, wrong }: TextFieldProps) {
  const own = useId();
  const field = id ?? own;
  const shared = {
    id: field,
    class: 'field',
    dir: 'auto' as const,
    value,
    'aria-invalid': wrong ? true : undefined,
    'aria-describedby': help || wrong ? `${field}-help` : undefined,
    onInput: (event: { currentTarget: { value: string } }) => set(event.currentTarget.value),
  };
  return (
    <Labelled id={field} label={label} help={wrong || help} wrong={Boolean(wrong)}>
      {lines ? <textarea rows={lines} {...shared} /> : <input type="text" {...shared} />}
    </Labelled>
  );
}

function StatusField({ value, set }: { value: Status; set: (status: Status) => void }) {
  const id = useId();
  return (
    <Labelled id={id} label={i18n.t('talk.status')}>
      <select id={id} class="field" value={value} onChange={(event) => set(event.currentTarget.value as Status)}>
        {STATUSES.map((status) => (
          <option key={status} value={status}>
            {statusText(status)}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function Labelled({
  id,
  label,
  help,
  wrong,
  children,
}: {
  id: string;
  label: string;
  help?: string | false;
  wrong?: boolean;
  children: ComponentChildren;
}) {
  return (
    <div class="labelled">
      <label class="label" for={id}>
        {label}
      </label>
      {children}
      {help && (
        <span class="help" id={`${id}-help`} data-wrong={wrong}>
          {help}
        </span>
      )}
    </div>
  );
}
