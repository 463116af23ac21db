import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answer } from '../../core/messages';
import { library } from '../../storage/database';
import { saveDrafts } from '../../storage/talks';
import { checkWatermark } from '../../storage/watermark';
import { clearBadge, refreshBadges } from './badge';
import { addMenus, openFromMenu } from './menus';
import { lookAt, readTab } from './reading';
import { watchGrantedHosts } from './granted-hosts';
import { forgetTab } from './tabs';

/** A switchboard: every event goes to the file that answers it. Listeners are set synchronously, or a woken worker would miss its event. */
export default defineBackground(() => {
  answer({
    worthALook: async (_request, { tabId }) => (tabId === undefined ? 0 : lookAt(tabId)),
    pageLeft: async (_request, { tabId }) => {
      if (tabId !== undefined) await Promise.all([forgetTab(tabId), clearBadge(tabId)]);
      return null;
    },
    readTab: ({ tabId }) => readTab(tabId),
    save: async ({ drafts, tags }) => {
      const reply = await saveDrafts(drafts, tags);
      void refreshBadges();
      return reply;
    },
    changed: async () => {
      await refreshBadges();
      return null;
    },
  });
  browser.contextMenus.onClicked.addListener((info) => void openFromMenu(info.menuItemId));
  browser.runtime.onInstalled.addListener(() => void Promise.all([addMenus(), watchGrantedHosts(), checkWatermark(library)]));
  browser.runtime.onStartup.addListener(() => void Promise.all([watchGrantedHosts(), checkWatermark(library)]));
});
