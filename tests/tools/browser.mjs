import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

/** Flags that keep a browser from calling home and off the GPU, so that runs are quiet and alike everywhere. */
export const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Flags that leave nothing of how letters are drawn to the machine's own settings. */
export const STEADY = ['--font-render-hinting=none', '--disable-lcd-text', '--force-device-scale-factor=1', '--force-color-profile=srgb'];

/** Cuts every name but this machine's own off. */
export const OFFLINE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';

/** Path of a Chromium to drive: the system's, or the one Playwright downloaded; undefined where there is none. */
export function chromiumPath() {
  return first(['/usr/bin/chromium', '/usr/bin/chromium-browser', chromium.executablePath()]);
}

/** Path of a Firefox to drive: the system's, or one downloaded for the tests; undefined where there is none. */
export function firefoxPath() {
  const downloaded = '.output/browsers/firefox';
  const builds = existsSync(downloaded)
    ? readdirSync(downloaded).flatMap((build) => [join(downloaded, build, 'firefox', 'firefox'), join(downloaded, build, 'firefox')])
    : [];
  return first(['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox', ...builds]);
}

/** @param {string[]} paths */
function first(paths) {
  return paths.find((path) => path && existsSync(path));
}
