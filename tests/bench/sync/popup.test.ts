/**
 * What a popup meets that is opened while the worker takes in 10,000 changes: how long until it has painted, beside the same browser at rest. Two real
 * browsers and a real server; `TALKSHELF_TALKS` for another number. Asks for the build of `wxt build --mode e2e`, in which a server here counts as granted.
 */
import { rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { startServer } from '../../sync/servers/process';
import { ACCOUNT, lighttpd } from '../../sync/servers/webdav';
import { launch, type Session } from '../../tools/chromium.mjs';
import { scaleTalks } from '../../tools/scale.mjs';
import { A_FILE, extensionWith, inPage, PAINTED } from '../pages.mjs';
import { at, Report } from '../report.mjs';

const TALKS = Math.min(Number(process.env.TALKSHELF_TALKS ?? 10_000), 10_000);
const OPENINGS = 21;
const POPUP = 'popup.html?tab=-1';

it(`paints the popup while ${TALKS} changes come in`, async () => {
  const server = await startServer(lighttpd);
  const extension = await extensionWith('tests/bench/sync/page', ['browser'], scaleTalks(TALKS), '.output/chrome-mv3-e2e');
  const [one, other] = [await launch({ extension, servers: true }), await launch({ extension, servers: true })];
  const settings = JSON.stringify({ url: `${server.url}Talkshelf`, user: ACCOUNT.user, password: ACCOUNT.password });
  try {
    await inPage(one, 'browser.html', `bench.begin(${settings}, ${Math.ceil(TALKS / A_FILE)})`);
    await inPage(other, 'browser.html', `bench.begin(${settings}, 0)`);
    await inPage(one, 'browser.html', `bench.changeAll().then(() => bench.sync(${settings}))`);
    const rest = await paints(other, (opened) => opened >= OPENINGS);
    let syncing = true;
    const synced = inPage(other, 'browser.html', 'bench.syncInWorker()').finally(() => (syncing = false));
    const busy = await paints(other, () => !syncing);
    const { took, changed } = (await synced) as { took: number; changed: number };
    expect(changed).toBe(TALKS);
    const report = new Report('sync-popup');
    report.add('talks changed', changed, '');
    report.add('taking them in', took, 'ms');
    report.add('popups opened meanwhile', busy.popup.length, '');
    report.add('popup at rest, first paint', at(rest.popup, 0.5), 'ms', 'times a blank page', at(rest.popup, 0.5) / at(rest.blank, 0.5));
    report.add('popup meanwhile, first paint', at(busy.popup, 0.5), 'ms', 'times at rest', at(busy.popup, 0.5) / at(rest.popup, 0.5));
    report.add('blank page meanwhile, first paint', at(busy.blank, 0.5), 'ms', 'times at rest', at(busy.blank, 0.5) / at(rest.blank, 0.5));
    report.end();
  } finally {
    await Promise.all([one.close(), other.close(), server.stop()]);
    await rm(extension, { recursive: true, force: true });
  }
});

/** Opens the popup and a blank page in turn. @returns milliseconds until each had painted */
async function paints(session: Session, isEnough: (opened: number) => boolean): Promise<{ popup: number[]; blank: number[] }> {
  const [popup, blank]: [number[], number[]] = [[], []];
  while (!isEnough(popup.length)) {
    blank.push(Number(await inPage(session, 'blank.html', PAINTED)));
    popup.push(Number(await inPage(session, POPUP, PAINTED)));
  }
  return { popup, blank };
}
