import { i18n } from '#i18n';
import { NOTICING, type Noticing } from '../../core/noticing';
import { Choice } from './Choice';

export interface NoticingChoiceViewProps {
  mode: Noticing;
  setMode: (mode: Noticing) => void;
  /** The browser or the person said no to what was asked last. */
  refused: boolean;
}

/** Only when I click, on talk sites, or everywhere: each in plain words. */
export function NoticingChoiceView({ mode, setMode, refused }: NoticingChoiceViewProps) {
  const options = NOTICING.map((value) => ({ value, text: i18n.t(`noticing.${value}`), help: i18n.t(`noticing.${value}Help`) }));
  return (
    <>
      <Choice label={i18n.t('noticing.when')} options={options} value={mode} choose={setMode} />
      <p role="status" class="refused">
        {refused && i18n.t('noticing.refused')}
      </p>
    </>
  );
}
