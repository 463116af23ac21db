import { i18n } from '#i18n';
import { EVERYWHERE, hostIn } from '../../core/noticing';
import { listText } from '../wording/facts';

export interface LostNoticeProps {
  /** Match patterns. */
  lost: readonly string[];
  regain: () => void;
  accept: () => void;
  refused: boolean;
}

const FEW = 3;

/** Tells that the browser no longer lets talks be noticed where a person wanted it, what that means, and what can be done. */
export function LostNotice({ lost, regain, accept, refused }: LostNoticeProps) {
  const hosts = lost.map(hostIn);
  const where = lost.includes(EVERYWHERE) ? i18n.t('noticing.lostEverywhere') : sitesText(hosts);
  return (
    <div class="notice" data-tone="warning" role="alert">
      <p class="notice-text">{where}</p>
      <p class="notice-help">{i18n.t(refused ? 'noticing.refused' : 'noticing.lostHelp')}</p>
      <p class="notice-deeds">
        <button type="button" class="button" onClick={regain}>
          {i18n.t('noticing.regain')}
        </button>
        <button type="button" class="button" onClick={accept}>
          {i18n.t('noticing.accept')}
        </button>
      </p>
    </div>
  );
}

function sitesText(hosts: readonly string[]): string {
  const named = hosts.length > FEW ? [...hosts.slice(0, FEW - 1), '…'] : hosts;
  return i18n.t('noticing.lostSites', hosts.length, [listText(named)]);
}
