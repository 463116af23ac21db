// What runs inside Firefox itself, with its full rights, where people's hands and the browser's own state are out of WebDriver's reach. Each function is
// sent as text, so it stands alone; the first argument of each is what `reach` gives there (seen in Firefox 153, 2026-11).

/** Ways to the browser's own things. @param {string} gecko the extension's id */
export function reach(gecko) {
  const { ChromeUtils, WebExtensionPolicy, Services } = /** @type {any} */ (globalThis);
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const { TabManager } = ChromeUtils.importESModule('chrome://remote/content/shared/TabManager.sys.mjs');
  const { setTimeout } = ChromeUtils.importESModule('resource://gre/modules/Timer.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(gecko) ?? {};
  const browserOf = (/** @type {string} */ id) => NavigableManager.getBrowserById(id);
  // The older name goes away.
  const windowOf = (/** @type {string} */ id) => browserOf(id).documentGlobal ?? browserOf(id).ownerGlobal;
  const popups = (/** @type {any} */ shown) => [
    ...shown.document.querySelectorAll('browser.webextension-popup-browser:not(.webextension-preload-browser)'),
  ];
  if (!Object.hasOwn(TabManager, 'getTabsForWindow')) {
    // WebDriver knows tabs only: a popup that is shown counts as one.
    const tabs = TabManager.getTabsForWindow.bind(TabManager);
    TabManager.getTabsForWindow = (/** @type {any} */ shown) => [
      ...tabs(shown),
      ...popups(shown).map((linkedBrowser) => ({ linkedBrowser, hasAttribute: () => false })),
    ];
  }
  const tabOf = (/** @type {string} */ id) => windowOf(id).gBrowser.getTabForBrowser(browserOf(id));
  const pause = () => new Promise((done) => setTimeout(done, 20));
  const toFront = async (/** @type {string} */ id) => {
    const shown = windowOf(id);
    shown.gBrowser.selectedTab = tabOf(id);
    shown.focus();
    while (Services.focus.activeWindow !== shown) await pause();
    // A popup goes with the click that brings another page to the front.
    for (const open of popups(shown)) open.closest('panel').hidePopup();
    while (popups(shown).length > 0) await pause();
    return shown;
  };
  return {
    Services,
    extension,
    action: () => extension.apiManager.global.browserActionFor(extension),
    browserOf,
    tabOf,
    toFront,
    windowOf,
    popups,
    idOf: (/** @type {any} */ browser) => NavigableManager.getIdForBrowser(browser),
    windows: () => [...Services.wm.getEnumerator('navigator:browser')],
    pause,
  };
}

/** @typedef {ReturnType<typeof reach>} Reach */

/** Clicks the toolbar button over a page. @param {Reach} at @param {string} page */
export async function clickButton({ action, toFront }, page) {
  const shown = await toFront(page);
  const button = action();
  const { CustomizableUI } = /** @type {any} */ (globalThis).ChromeUtils.importESModule(
    'moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs',
  );
  // Where people pin it.
  CustomizableUI.addWidgetToArea(button.id, CustomizableUI.AREA_NAVBAR);
  await button.triggerAction(shown);
}

/** What the popup that is shown is called, or null. @param {Reach} at */
export function popupShown({ windows, popups, idOf }) {
  const popup = windows()
    .flatMap((shown) => popups(shown))
    .find((browser) => browser.currentURI?.spec.startsWith('moz-extension:'));
  if (!popup) return null;
  popup.permanentKey ??= {};
  return { id: idOf(popup), url: popup.currentURI.spec };
}

/** Resolves when a popup is gone. @param {Reach} at @param {string} id */
export async function popupGone({ windows, popups, idOf }, id) {
  const { setTimeout } = /** @type {any} */ (globalThis).ChromeUtils.importESModule('resource://gre/modules/Timer.sys.mjs');
  while (windows().some((shown) => popups(shown).some((browser) => idOf(browser) === id)))
    await new Promise((done) => setTimeout(done, 30));
}

/** Closes the popup as Escape does. @param {Reach} at @param {string} id */
export function closePopup({ windows, popups, idOf }, id) {
  for (const browser of windows().flatMap((shown) => popups(shown))) if (idOf(browser) === id) browser.closest('panel').hidePopup();
}

/** @param {Reach} at @param {string} page */
export function badgeOver({ action, tabOf }, page) {
  return String(action().action.getProperty(tabOf(page), 'badgeText') ?? '');
}

/** Ends the background page as the browser does when it idles. @param {Reach} at */
export async function endBackground({ extension }) {
  await extension.terminateBackground();
}

/** The extension's number for a page's window. @param {Reach} at @param {string} page */
export function windowNumber({ extension, windowOf }, page) {
  return Number(extension.apiManager.global.windowTracker.getId(windowOf(page)));
}

/** What a command's key does. @param {Reach} at @param {string} page @param {string} name */
export async function pressCommand({ extension, toFront }, page, name) {
  await toFront(page);
  extension.shortcuts.onCommand(name);
}

/** Chooses an entry of the context menu, which grants the tab as a real choice does. @param {Reach} at @param {string} page @param {Record<string, unknown>} click */
export async function chooseEntry({ extension, toFront, tabOf }, page, click) {
  await toFront(page);
  const tab = tabOf(page);
  extension.tabManager.addActiveTabPermission(tab);
  extension.emit('webext-menu-menuitem-click', { modifiers: [], editable: false, frameId: 0, ...click }, tab);
}

/** Opens a tab in a page's window; what it is called. @param {Reach} at @param {string} page */
export function openBeside({ windowOf, idOf }, page) {
  return String(idOf(windowOf(page).gBrowser.addTrustedTab('about:blank').linkedBrowser));
}

/** The next dialog that asks for files is answered with these, and not shown. @param {Reach} at @param {string[]} paths */
export function answerWithFiles({ Services }, paths) {
  const { Cc, Ci, Components, ChromeUtils } = /** @type {any} */ (globalThis);
  const registrar = Components.manager.QueryInterface(Ci.nsIComponentRegistrar);
  const [contract, ours] = ['@mozilla.org/filepicker;1', Services.uuid.generateUUID()];
  const real = registrar.contractIDToCID(contract);
  const files = Cc['@mozilla.org/array;1'].createInstance(Ci.nsIMutableArray);
  for (const path of paths) {
    const file = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
    file.initWithPath(path);
    files.appendElement(file);
  }
  const picker = {
    QueryInterface: ChromeUtils.generateQI(['nsIFilePicker']),
    init() {},
    appendFilters() {},
    appendRawFilter() {},
    get files() {
      return files.enumerate();
    },
    open(/** @type {{done: (result: number) => void}} */ asker) {
      registrar.unregisterFactory(ours, factory);
      registrar.registerFactory(real, '', contract, null);
      Services.tm.dispatchToMainThread(() => asker.done(Ci.nsIFilePicker.returnOK));
    },
  };
  const factory = {
    createInstance: (/** @type {unknown} */ wanted) => picker.QueryInterface(wanted),
    QueryInterface: ChromeUtils.generateQI(['nsIFactory']),
  };
  registrar.registerFactory(ours, '', contract, factory);
}

/** @param {Reach} at */
export function processNumber({ Services }) {
  return Number(Services.appinfo.processID);
}

/** @typedef {{media: string, colorScheme: string | null, reducedMotion: string | null, forcedColors: string | null, contrast: string | null}} Media */

/** What the system asks of pages. The contrast is the whole browser's. @param {Reach} at @param {string[]} pages @param {Media} wanted */
export function setMedia({ Services, browserOf }, pages, { media, colorScheme, reducedMotion, forcedColors, contrast }) {
  const either = (/** @type {string | null} */ value, /** @type {string[]} */ known) => (value && known.includes(value) ? value : 'none');
  for (const page of pages) {
    const { browsingContext } = browserOf(page);
    browsingContext.mediumOverride = either(media, ['print']) === 'print' ? 'print' : '';
    browsingContext.prefersColorSchemeOverride = either(colorScheme, ['light', 'dark']);
    browsingContext.prefersReducedMotionOverride = either(reducedMotion, ['reduce', 'no-preference']);
    browsingContext.forcedColorsOverride = either(forcedColors, ['active']);
  }
  // High contrast of the system, under which a page's own colours stay.
  for (const name of ['browser.display.document_color_use', 'ui.useAccessibilityTheme'])
    if (contrast === 'more') Services.prefs.setIntPref(name, 1);
    else Services.prefs.clearUserPref(name);
}
