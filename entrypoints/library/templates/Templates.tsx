import { useCallback, useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Outcome, TemplateEditor } from '../../../components/templates/TemplateEditor';
import { TemplateList } from '../../../components/templates/TemplateList';
import type { Talk } from '../../../core/talk';
import { ESCAPES, type Escape } from '../../../formats/templates/escapes';
import { MOST_NAME } from '../../../formats/templates/kept';
import { SNIPPETS } from '../../../formats/templates/snippets';
import { type Template, problemOf, renderTalk } from '../../../formats/templates/template';
import { recentTalks } from '../../../storage/lookups';
import type { App } from '../app';
import { type Entry, everyTemplate, keepTemplates, ownTemplates } from './kept';
import { exampleTalk } from './example';

interface Editing {
  template: Template;
  /** The name it is kept under; none for a new one. */
  kept?: string;
}

const EMPTY: Template = { name: '', text: '{{title}} {{url}}', escape: 'none' };
const ESCAPE_NAMES = Object.keys(ESCAPES) as Escape[];

/** The templates for exports and for copying. */
export function Templates({ app }: { app: App }) {
  const [entries, setEntries] = useState<readonly Entry[]>();
  const [editing, setEditing] = useState<Editing>();
  const talk = useTalk(app);
  const refresh = useCallback(() => void everyTemplate().then(setEntries), []);
  const changes = app.deeds.count.value;
  useEffect(refresh, [changes]);
  if (!entries || !talk) return null;
  if (editing) return <Editor app={app} entries={entries} editing={editing} talk={talk} close={() => setEditing(undefined)} />;
  const find = (id: string) => entries.find((entry) => entry.id === id)?.template;
  return (
    <TemplateList
      entries={entries.map(({ id, label, isPreset, template }) => ({ id, label, isPreset, example: renderTalk(template, talk) }))}
      edit={(id) => {
        const template = find(id);
        if (template) setEditing({ template, kept: template.name });
      }}
      make={(id) => setEditing({ template: { ...((id && find(id)) || EMPTY), name: newName(entries) } })}
    />
  );
}

interface EditorProps {
  app: App;
  entries: readonly Entry[];
  editing: Editing;
  talk: Talk;
  close: () => void;
}

function Editor({ app, entries, editing: { template, kept }, talk, close }: EditorProps) {
  const others = entries.filter(({ isPreset, template: { name } }) => !isPreset && name !== kept).map((entry) => entry.template.name);
  const change = (text: string, next: (own: readonly Template[]) => Template[]) => {
    close();
    void changeTemplates(app, text, next);
  };
  return (
    <TemplateEditor
      template={template}
      takenNames={others}
      escapes={ESCAPE_NAMES}
      snippets={SNIPPETS}
      tried={(draft) => triedOn(draft, talk)}
      talk={talk.title}
      save={(saved) => change(i18n.t('templates.saved', [saved.name]), (own) => put(own, saved, kept))}
      remove={
        kept === undefined ? undefined : () => change(i18n.t('templates.removed', [kept]), (own) => own.filter(({ name }) => name !== kept))
      }
      cancel={close}
    />
  );
}

/** The talk templates are tried on: the one the cursor is on, else the newest, else an invented one. */
function useTalk({ shelf }: App): Talk | undefined {
  const [talk, setTalk] = useState<Talk>();
  useEffect(() => {
    const current = shelf.current();
    if (current) setTalk(current);
    else
      recentTalks(1).then(
        ([newest]) => setTalk(newest ?? exampleTalk()),
        () => setTalk(exampleTalk()),
      );
  }, [shelf]);
  return talk;
}

function triedOn(template: Template, talk: Talk): Outcome {
  const problem = problemOf(template.text);
  return problem ? { problem } : { text: renderTalk(template, talk) };
}

/** Changes what is kept; one thing to undo. */
async function changeTemplates({ deeds }: App, text: string, next: (own: readonly Template[]) => Template[]): Promise<void> {
  const before = await ownTemplates();
  await keepTemplates(next(before));
  await deeds.did({ text, undo: () => keepTemplates(before) });
}

/** In the place of the one it was, else at the end. */
function put(own: readonly Template[], template: Template, kept: string | undefined): Template[] {
  return own.some(({ name }) => name === kept) ? own.map((each) => (each.name === kept ? template : each)) : [...own, template];
}

function newName(entries: readonly Entry[]): string {
  const name = i18n.t('templates.newName');
  const taken = new Set(entries.map(({ template }) => template.name));
  for (let number = 1; ; number++) {
    const each = number === 1 ? name : `${name} ${number}`;
    if (!taken.has(each)) return each.slice(0, MOST_NAME);
  }
}
