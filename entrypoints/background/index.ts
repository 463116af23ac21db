import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answer } from '../../core/messages';
import { library } from '../../storage/database';
import { withoutPlace } from '../../storage/lookups';
import { search } from '../../storage/search';
import { saveDrafts } from '../../storage/talks';
import { checkWatermark } from '../../storage/watermark';
import { renewNode } from '../../storage/write';
import { answerAddressBar } from './address-bar';
import { BACKUP_ALARM, backUpAtAlarm, backUpSoon } from './backing-up';
import { clearBadge, refreshBadges } from './badge';
import { answerCommands } from './commands';
import { addMenus, openFromMenu } from './menus';
import { beginNewLogOnce } from './new-log';
import { lookAt, readTab } from './reading';
import { REQUESTS } from './requests';
import { isNoticed, placeGate } from './gate';
import { checkOrigins, noticingChanged, watchPermissions } from './permissions';
import { welcome } from './welcome';
import { forgetTab } from './tabs';
import { INDEX_ALARM, tendIndex } from './indexing';
import { keepSyncing, syncAtAlarm, syncFor, syncSoon } from './syncing';
import { written } from './written';

/** A switchboard: every event goes to the file that answers it. Listeners are set synchronously, or a woken worker would miss its event. */
export default defineBackground(() => {
  void beginNewLogOnce();
  answer(
    {
      worthALook: async (_request, { tabId, url }) => (tabId !== undefined && (await isNoticed(url)) ? lookAt(tabId) : 0),
      pageLeft: async (_request, { tabId }) => {
        if (tabId !== undefined) await Promise.all([forgetTab(tabId), clearBadge(tabId)]);
        return null;
      },
      readTab: ({ tabId }) => {
        // Asked by the popup when it opens.
        void syncFor('opened');
        return readTab(tabId);
      },
      save: async ({ drafts, tags, status }) => {
        const reply = await saveDrafts(drafts, tags, library, status);
        void written();
        return reply;
      },
      search: async ({ query, limit, offset }) => {
        const { talks, total, problem } = await search(query, { limit, offset });
        return { talks: talks.map(withoutPlace), total, ...(problem && { problem }) };
      },
      sync: ({ why }) => syncFor(why),
      changed: async () => {
        void Promise.all([tendIndex(), syncSoon(), backUpSoon()]);
        await refreshBadges();
        return null;
      },
      noticing: async () => {
        await noticingChanged();
        return null;
      },
    },
    REQUESTS,
  );
  answerAddressBar();
  answerCommands();
  watchPermissions();
  browser.contextMenus.onClicked.addListener((info, tab) => void openFromMenu(info, tab));
  browser.runtime.onInstalled.addListener(({ reason }) => void Promise.all([addMenus(), begin(), reason === 'install' && welcome()]));
  browser.alarms.onAlarm.addListener(({ name }) => void atAlarm(name));
  browser.runtime.onStartup.addListener(() => void begin());
  void keepSyncing(async () => {
    await Promise.all([tendIndex(), refreshBadges(), backUpSoon()]);
  });
});

/** What every start of the browser, and every new version, begins with. */
async function begin(): Promise<void> {
  await Promise.all([placeGate(), checkOrigins(), checkWatermark(library), renewNode(library)]);
  await Promise.all([tendIndex(), backUpSoon()]);
}

function atAlarm(name: string): Promise<void> {
  if (name === INDEX_ALARM) return tendIndex();
  return name === BACKUP_ALARM ? backUpAtAlarm() : syncAtAlarm(name);
}
