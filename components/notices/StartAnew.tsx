import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { BackupNote } from '../../storage/backup/catalogue';
import { Modal } from '../Modal';
import { momentText } from '../wording/dates';
import { locale, numberText } from '../wording/locale';

export interface StartAnewProps {
  /** What takes the library's place. */
  backup: BackupNote | undefined;
  start: () => void;
}

/** The way out where the library cannot be opened: the second click removes it. */
export function StartAnew({ backup, start }: StartAnewProps) {
  const [asking, setAsking] = useState(false);
  const help = backup ? i18n.t('rescue.help', [momentText(backup.madeAt, locale()), numberText(backup.count)]) : i18n.t('rescue.helpNone');
  return (
    <>
      <button type="button" class="button" onClick={() => setAsking(true)}>
        {i18n.t('rescue.start')}
      </button>
      {asking && (
        <Modal heading={i18n.t('rescue.heading')} close={() => setAsking(false)}>
          <p>{help}</p>
          <div class="editor-foot">
            <button type="button" class="button danger" onClick={start}>
              {i18n.t(backup ? 'rescue.confirm' : 'rescue.confirmNone')}
            </button>
          </div>
        </Modal>
      )}
    </>
  );
}
