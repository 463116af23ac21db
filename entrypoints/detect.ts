import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/**
 * The gate: the one script that runs on every page it may see. It is listed as a content script in wxt.config.ts, but built as a plain script,
 * because WXT's content script context brings 3.5 kB (gzipped) that it does not need.
 */
export default defineUnlistedScript(() => undefined);
