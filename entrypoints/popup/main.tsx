import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import type { Command } from '../../components/keys';
import type { SaveReply } from '../../core/messages';
import { App, focusOn } from '../library/app';
import { prepareEngine } from '../library/engine';
import { listenForKeys } from '../library/shortcuts';
import { start } from '../library/start';
import { Page, whenKnown } from './page';
import { editOffer, Popup } from './Popup';
import { isWishedToCopy } from './wish';

const app = new App();
const page = new Page(afterSave);

start(<Popup app={app} page={page} libraryUrl={browser.runtime.getURL('/library.html')} />, i18n.t('extensionName'));
app.shelf.open();
void prepareEngine();
void import('../library/tag-colours').then(({ followTagColours }) => followTagColours());
void import('./telling').then(({ tellNews }) => tellNews(app));
void page.read();
void page.loadDefaults();
void markPlace();
void isWishedToCopy().then((wished) => {
  if (wished) whenKnown(page, () => void copyPage());
});
listenForKeys((command, target) => (target.closest('.page') !== null && onPage(command, target)) || app.run(command, target));
whenKnown(page, (state) => {
  // Whoever began to type or to walk through the library meanwhile is left there.
  if (document.activeElement !== document.body) return;
  const first = state === 'found' ? document.querySelector<HTMLElement>('.drafts [tabindex="0"]') : null;
  if (first) first.focus();
  else focusOn('search');
});

/** Keys that mean the page's talks while the focus is among them. */
function onPage(command: Command, target: Element): boolean {
  if (command === 'tag') focusOn('page-tags');
  else if (command === 'open' && target.matches('[type=checkbox]')) void page.save();
  else if (command === 'copy') void copyPage();
  else if (command === 'edit' && target instanceof HTMLElement && target.dataset.place) editOffer(app, page, Number(target.dataset.place));
  else return false;
  return true;
}

async function copyPage(): Promise<void> {
  const talks = await page.toCopy();
  if (talks.length > 0) app.copying.value = talks;
  else app.toasts.add({ text: i18n.t('copy.none') });
}

function afterSave(reply: SaveReply): void {
  // The button that was pressed is off now and holds the focus no longer.
  if (document.activeElement instanceof HTMLElement && document.activeElement.id === 'page-save') document.activeElement.blur();
  void import('../library/saved').then(({ tellSaved }) => tellSaved(app, reply));
}

/** A popup has a size of its own; shown in a tab, the view fills it. */
async function markPlace(): Promise<void> {
  if (await browser.tabs.getCurrent()) document.body.dataset.place = 'tab';
}
