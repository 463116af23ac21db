import { useEffect, useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import { Modal } from '../../components/Modal';
import { NoticingState } from '../library/noticing';

/** Whether talks are noticed on the site of the current tab, with the switch for it. `url` is empty where no extension may read. */
export function SiteDialog({ url, close }: { url: string; close: () => void }) {
  const state = useMemo(() => new NoticingState(), []);
  useEffect(() => void state.load(), [state]);
  const host = /^https?:/.test(url) ? new URL(url).hostname : '';
  return (
    <Modal heading={host || i18n.t('noticing.heading')} close={close}>
      {!host && <p>{i18n.t('page.forbidden')}</p>}
      {host && state.choice.value.mode === 'click' && <p>{i18n.t('noticing.clickOnly')}</p>}
      {host && state.choice.value.mode !== 'click' && <Switch state={state} host={host} />}
      <p>
        <a href={browser.runtime.getURL('/library.html#/settings/noticing')} target="_blank" rel="noreferrer">
          {i18n.t('noticing.allChoices')}
        </a>
      </p>
    </Modal>
  );
}

function Switch({ state, host }: { state: NoticingState; host: string }) {
  const on = state.notices(host);
  return (
    <>
      <label class="choice-option">
        <input type="checkbox" class="check" checked={on} onChange={() => void state.setHost(host, !on)} />
        <span>{i18n.t('noticing.here')}</span>
      </label>
      <p role="status" class="refused">
        {state.refused.value && i18n.t('noticing.refused')}
      </p>
    </>
  );
}
