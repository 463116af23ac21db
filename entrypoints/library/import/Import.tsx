import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ImportChoose } from '../../../components/import/ImportChoose';
import { ImportDone } from '../../../components/import/ImportDone';
import { ImportPreview } from '../../../components/import/ImportPreview';
import { ImportProgress } from '../../../components/import/ImportProgress';
import { Notice } from '../../../components/notices/Notice';
import { FORMATS } from '../../../formats/formats';
import type { LibraryApp } from '../library-app';
import type { Parts } from './backup';
import { Backups } from './Backups';
import { type Importing, textOf } from './importing';

const FORMAT_NAMES = [...FORMATS.values()].filter(({ ways }) => ways !== 'out').map(({ label }) => label);

/** Files into the library, and the whole library into one. */
export function Import({ app }: { app: LibraryApp }) {
  const [importing, setImporting] = useState<Importing>();
  useEffect(() => void app.importing().then(setImporting), [app]);
  if (!importing) return null;
  return (
    <>
      <Stage importing={importing} />
      {importing.stage.value.name === 'choose' && <Backups app={app} />}
    </>
  );
}

function Stage({ importing }: { importing: Importing }) {
  const stage = importing.stage.value;
  const box = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  // What was pressed is gone with the stage before: the focus goes on to what came instead.
  useEffect(() => {
    if (!isFirst.current && document.activeElement === document.body) box.current?.focus();
    isFirst.current = false;
  }, [stage.name]);
  return (
    <div ref={box} tabIndex={-1} class="stage" data-stage={stage.name}>
      <Shown importing={importing} />
    </div>
  );
}

function Shown({ importing }: { importing: Importing }) {
  const stage = importing.stage.value;
  const { cancel, reset } = importing;
  if (stage.name === 'choose') return <ImportChoose formats={FORMAT_NAMES} open={importing.open} />;
  if (stage.name === 'reading') {
    return <ImportProgress text={i18n.t('import.reading')} done={stage.read} total={stage.size} talks={stage.talks} cancel={cancel} />;
  }
  if (stage.name === 'preview') {
    return (
      <ImportPreview
        examined={stage.prepared}
        beside={besideOf(stage.parts)}
        run={(choice) => void importing.run(choice)}
        cancel={cancel}
      />
    );
  }
  if (stage.name === 'writing')
    return <ImportProgress text={i18n.t('import.writing')} done={stage.done} total={stage.total} cancel={cancel} />;
  if (stage.name === 'undoing') return <ImportProgress text={i18n.t('import.undoing')} done={stage.done} total={stage.total} />;
  if (stage.name === 'done') {
    const { ended, problem, refused, undo } = stage;
    const wrote = ended.added + ended.changed > 0;
    return (
      <ImportDone
        text={textOf(ended)}
        wrote={wrote}
        stopped={ended.stopped}
        problem={problem}
        refused={refused}
        undo={undo}
        again={reset}
      />
    );
  }
  const why = stage.problem === 'failed' ? i18n.t('import.failed') : i18n.t(`problem.${stage.problem}`);
  return <Notice tone="danger" text={why} help={i18n.t('import.failedHelp')} action={i18n.t('import.again')} act={reset} />;
}

function besideOf(parts: Parts | undefined) {
  return parts && { templates: parts.templates.length, searches: parts.searches.length, settings: Object.keys(parts.settings).length > 0 };
}
