import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Way, WAYS } from '../../core/adopt';
import { Notice } from '../notices/Notice';
import { listText } from '../wording/facts';
import { kept } from '../wording/kept';
import { locale, numberText } from '../wording/locale';
import { type Examined, sumOf } from './examined';
import { Refusals, TalkCounts } from './ImportLists';

/** What a backup holds beside the talks, in numbers. */
export interface Beside {
  templates: number;
  searches: number;
  settings: boolean;
}

export interface ImportPreviewProps {
  examined: Examined;
  beside: Beside | undefined;
  run: (choice: { way: Way; withBroken: boolean; withBackup: boolean }) => void;
  cancel: () => void;
}

/** What an import would do, before anything is written, and how it is to be done. */
export function ImportPreview({ examined, beside, run, cancel }: ImportPreviewProps) {
  const [way, setWay] = useState<Way>('merge');
  const [withBroken, setWithBroken] = useState(false);
  const [withBackup, setWithBackup] = useState(true);
  const sum = sumOf(examined, withBroken);
  const count = sum.added + (way === 'mine' ? 0 : sum.changed);
  return (
    <form
      class="import-preview"
      onSubmit={(event) => {
        event.preventDefault();
        run({ way, withBroken, withBackup });
      }}
    >
      <p class="quiet-text" role="status">
        {i18n.t('import.preview')}
      </p>
      <div class="counts">
        <TalkCounts lists={examined.lists} sum={sum} />
        <Refusals refused={examined.refused} total={examined.refusals} />
      </div>
      <Broken examined={examined} checked={withBroken} set={setWithBroken} />
      {sum.changed > 0 && <Ways way={way} set={setWay} />}
      {beside && <Check checked={withBackup} set={setWithBackup} text={i18n.t('import.backup', [besideText(beside)])} />}
      <div class="editor-foot">
        <button type="submit" class="primary" disabled={count === 0 && !(beside && withBackup)}>
          {count > 0 ? i18n.t('import.run', count, [numberText(count)]) : i18n.t(beside ? 'import.runBackup' : 'import.runNone')}
        </button>
        <button type="button" class="button" onClick={cancel}>
          {i18n.t('import.cancel')}
        </button>
      </div>
    </form>
  );
}

/** Files that break off are left out, unless somebody wants what could be read of them. */
function Broken({ examined, checked, set }: { examined: Examined; checked: boolean; set: (checked: boolean) => void }) {
  const files = examined.files.filter(({ broken, added, changed }) => broken && added + changed > 0);
  if (files.length === 0) return null;
  const talks = files.reduce((count, { added, changed }) => count + added + changed, 0);
  return (
    <>
      <Notice
        tone="warning"
        text={i18n.t('import.broken', [listText(files.slice(0, 5).map(({ file }) => file))])}
        help={i18n.t('import.brokenHelp')}
      />
      <Check checked={checked} set={set} text={i18n.t('import.withBroken', talks, [numberText(talks)])} />
    </>
  );
}

function Ways({ way, set }: { way: Way; set: (way: Way) => void }) {
  const name = useId();
  return (
    <fieldset class="ways">
      <legend>{i18n.t('import.ways')}</legend>
      {WAYS.map((each) => (
        <label class="way" key={each}>
          <input type="radio" name={name} checked={each === way} onChange={() => set(each)} />
          <span>
            {i18n.t(`import.way.${each}`)}
            <span class="help">{i18n.t(`import.wayHelp.${each}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Check({ checked, set, text }: { checked: boolean; set: (checked: boolean) => void; text: string }) {
  return (
    <label class="way">
      <input type="checkbox" class="check" checked={checked} onChange={(event) => set(event.currentTarget.checked)} />
      <span>{text}</span>
    </label>
  );
}

function besideText({ templates, searches, settings }: Beside): string {
  const parts = [
    ...(templates > 0 ? [i18n.t('count.templates', templates, [numberText(templates)])] : []),
    ...(searches > 0 ? [i18n.t('count.searches', searches, [numberText(searches)])] : []),
    ...(settings ? [i18n.t('import.settings')] : []),
  ];
  const language = locale();
  return kept(`and ${language}`, () => new Intl.ListFormat(language, { type: 'conjunction' })).format(parts);
}
