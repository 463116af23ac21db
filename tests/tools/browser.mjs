import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Flags that keep a browser off the network and off the GPU, so that runs are quiet and alike everywhere. */
export const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/** Path of a Chromium to drive: the system's, or the one Playwright downloaded; undefined where there is none. */
export function chromiumPath() {
  const downloaded = chromium.executablePath();
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', downloaded].find((path) => path && existsSync(path));
}
