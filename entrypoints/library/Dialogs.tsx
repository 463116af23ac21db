import { Toasts } from '../../components/notices/Toasts';
import type { App } from './app';
import { Lazily } from './Lazily';

export const loadEditor = async () => (await import('../../components/editor/EditorDialog')).EditorDialog;
const loadCopying = async () => (await import('./copying/Copying')).Copying;
const loadKeys = async () => (await import('../../components/KeysDialog')).KeysDialog;

/** What lies over a view: editor, keys and messages. */
export function Dialogs({ app }: { app: App }) {
  return (
    <>
      <Editing app={app} />
      <Helping app={app} />
      <CopyingAs app={app} />
      <Messages app={app} />
    </>
  );
}

function Editing({ app }: { app: App }) {
  const editing = app.editing.value;
  const inUse = app.shelf.inUse.value;
  if (!editing) return null;
  const { talk, part } = editing;
  const cancel = () => (app.editing.value = undefined);
  const save = (edit: Parameters<typeof app.deeds.edit>[1]) => {
    cancel();
    void app.deeds.edit(talk, edit);
  };
  return <Lazily load={loadEditor} props={{ talk, inUse, part, save, cancel }} />;
}

function Helping({ app }: { app: App }) {
  if (!app.helping.value) return null;
  return <Lazily load={loadKeys} props={{ close: () => (app.helping.value = false) }} />;
}

function CopyingAs({ app }: { app: App }) {
  const talks = app.copying.value;
  return talks ? <Lazily load={loadCopying} props={{ app, talks }} /> : null;
}

function Messages({ app: { toasts } }: { app: App }) {
  return <Toasts toasts={toasts.shown.value} dismiss={toasts.dismiss} hold={toasts.hold} />;
}
