/**
 * The browser's API for our pages (wxt.config.ts puts it in the polyfill's place): Chrome's own returns promises in Manifest V3, and Firefox has it
 * under the same name (2026-11), so the polyfill would cost every page 3 kB (gzipped) for nothing. The background keeps it: only there a listener
 * answers messages with a promise.
 */
const { browser, chrome } = globalThis as { browser?: unknown; chrome?: unknown };

export default browser ?? chrome;
