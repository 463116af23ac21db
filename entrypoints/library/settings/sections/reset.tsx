import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Modal } from '../../../../components/Modal';
import { send } from '../../../../core/messages';
import { eraseEverything } from '../../../../storage/reset';
import type { App } from '../../app';
import type { Section } from '../section';
import { Download } from './storage';

export default { place: 90, heading: () => i18n.t('reset.heading'), View: Reset } satisfies Section;

/** Back to an empty shelf, with the file of everything first. */
function Reset({ app }: { app: App }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <p>{i18n.t('reset.help')}</p>
      <p>
        <button type="button" class="button danger" onClick={() => setAsking(true)}>
          {i18n.t('reset.start')}
        </button>
      </p>
      {asking && <Steps app={app} close={() => setAsking(false)} />}
    </>
  );
}

/** First the file, then the erasure: the second button wakes with the first. */
function Steps({ app, close }: { app: App; close: () => void }) {
  const [kept, setKept] = useState(false);
  const [busy, setBusy] = useState(false);
  const erase = async () => {
    setBusy(true);
    try {
      await eraseEverything();
      app.toasts.add({ text: i18n.t('reset.done') });
      await Promise.all([send('noticing', null), send('changed', null)]);
    } catch (error) {
      console.error('talkshelf: the reset failed', error);
      app.toasts.add({ tone: 'danger', text: i18n.t('problem.changeFailed') });
    }
    close();
  };
  return (
    <Modal heading={i18n.t('reset.heading')} close={close}>
      <ol class="steps">
        <li>
          <p>{i18n.t('reset.first')}</p>
          <Download app={app} done={() => setKept(true)} />
        </li>
        <li>
          <p>{i18n.t('reset.second')}</p>
          <button type="button" class="button danger" disabled={!kept || busy} onClick={() => void erase()}>
            {i18n.t('reset.erase')}
          </button>
        </li>
      </ol>
    </Modal>
  );
}
