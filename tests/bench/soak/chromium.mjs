// What the extension holds in Chromium, by its debugger.

/** @typedef {import('../../tools/session.mjs').Session} Session */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').CDPSession} CDPSession */

/** @param {Session} session @param {Page} library */
export async function heldInChromium(session, library) {
  const debug = await browserDebugger(session);
  const targets = (await debug.send('Target.getTargets', { filter: [{ type: 'tab', exclude: true }, {}] })).targetInfos.filter(({ url }) =>
    url.includes(session.id),
  );
  const worker = targets.find(({ url }) => url === session.url('background.js'));
  if (!worker) throw new Error('the worker does not live');
  const workerMB = await heapOf(await debuggerOf(debug, worker.targetId));
  const page = await session.context.newCDPSession(library);
  const libraryMB = await heapOf((method) => page.send(/** @type {'Runtime.getHeapUsage'} */ (method)));
  const counts = await countsOf(page);
  await Promise.all([page.detach(), debug.detach()]);
  return { workerMB, libraryMB, ...counts, targets: targets.length };
}

/** @param {Session} session @returns {Promise<CDPSession>} */
async function browserDebugger(session) {
  const debug = await session.context.browser()?.newBrowserCDPSession();
  if (!debug) throw new Error('the browser is gone');
  return debug;
}

/**
 * Playwright has no session for a worker: this one is led through the browser's.
 * @param {CDPSession} debug @param {string} targetId @returns {Promise<(method: string) => Promise<any>>}
 */
async function debuggerOf(debug, targetId) {
  const { sessionId } = await debug.send('Target.attachToTarget', { targetId, flatten: false });
  /** @type {Map<number, (result: unknown) => void>} */
  const waiting = new Map();
  debug.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
    const { id, result } = /** @type {{id: number, result: unknown}} */ (JSON.parse(message));
    if (from === sessionId) waiting.get(id)?.(result);
  });
  return (method) => {
    const id = waiting.size + 1;
    const answer = new Promise((done) => waiting.set(id, done));
    return debug.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) }).then(() => answer);
  };
}

/** What is left after everything that can go has gone, in MB. @param {(method: string) => Promise<any>} send */
async function heapOf(send) {
  await send('HeapProfiler.collectGarbage');
  return Number((await send('Runtime.getHeapUsage')).usedSize) / 1e6;
}

/** @param {CDPSession} page */
async function countsOf(page) {
  await page.send('Performance.enable');
  const { metrics } = await page.send('Performance.getMetrics');
  const of = (/** @type {string} */ wanted) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
  return { nodes: of('Nodes'), listeners: of('JSEventListeners') };
}
