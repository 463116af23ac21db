// Profiles for Firefox. A new one costs as much work as everything else of a start together, so each is a copy of one that no extension has seen.
import { existsSync, statSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firefox } from '@playwright/test';
import { firefoxPath } from './browser.mjs';
import { GECKO_ID, tapWires } from './firefox-wire.mjs';

/** Firefox gives every profile its own address for an extension; this one is set before it can. */
export const UUID = '6f1d2c5e-3b47-4a7e-9c10-8d2f5e7a9b31';

/** The same for the extension that tests install beside it. */
const OTHER_GECKO_ID = 'curious@talks.example';
export const OTHER_UUID = '2a9e4c31-7d05-4b6f-8e1a-5c3d9b7f0e64';

const PREFERENCES = {
  'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID, [OTHER_GECKO_ID]: OTHER_UUID }),
  // The extension is installed as people have it, to survive the browser; unsigned, which an ESR allows.
  'xpinstall.signatures.required': false,
  'extensions.webextOptionalPermissionPrompts': false,
  // Every window of a test counts as the one in front, as every tab does for Playwright in Chromium.
  'focusmanager.testmode': true,
  'dom.events.testing.asyncClipboard': true,
  'browser.sessionstore.resume_from_crash': false,
  'network.dns.forceResolve': '127.0.0.1',
  // Nothing of its own to do at the start.
  'browser.startup.page': 0,
  'browser.newtab.preload': false,
  'browser.newtabpage.enabled': false,
  'browser.search.update': false,
  'browser.topsites.contile.enabled': false,
  'app.normandy.enabled': false,
  'nimbus.rollouts.enabled': false,
  'dom.ipc.processPrelaunch.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
};

/**
 * Starts Firefox on a profile, which is made where there is none in the folder.
 * @param {string} folder @param {{headless: boolean, env?: Record<string, string | undefined>}} how
 * @returns {Promise<{context: import('@playwright/test').BrowserContext, isNew: boolean}>}
 */
export async function startOn(folder, how) {
  const isNew = !existsSync(join(folder, 'prefs.js'));
  if (isNew) await cp(await template(), folder, { recursive: true });
  return { context: await start(folder, how), isNew };
}

/** @param {string} folder @param {{headless: boolean, env?: Record<string, string | undefined>}} how */
function start(folder, { headless, env }) {
  tapWires();
  return firefox.launchPersistentContext(folder, {
    channel: 'moz-firefox',
    executablePath: firefoxPath(),
    headless,
    env: { ...process.env, ...env },
    args: ['--remote-allow-system-access'],
    firefoxUserPrefs: PREFERENCES,
  });
}

/** The profile that others are copied from, made once for each version of Firefox. */
async function template() {
  const folder = join(tmpdir(), `talkshelf-firefox-${statSync(firefoxPath() ?? '').mtimeMs}`);
  if (existsSync(folder)) return folder;
  const made = await mkdtemp(join(tmpdir(), 'talkshelf-'));
  const context = await start(made, { headless: true });
  await context.close();
  // Another process may have been quicker.
  await rename(made, folder).catch(() => rm(made, { recursive: true }));
  return folder;
}
