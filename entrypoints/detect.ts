/**
 * The gate: the one script that runs on every page it may see, so it does next to nothing and says only "worth a look". It is
 * registered as a content script by background/gate.ts, and built as a plain script without the polyfill: together they would bring 7 kB (gzipped)
 * that it does not need.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { worthALook } from '../extractors/gate';

interface Extension {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
}

/** When to look: pages of single-page apps fill in late. Milliseconds after a load, or after a move inside the page. */
const AFTER_LOAD = [0, 1200, 4000];
const AFTER_MOVE = [300, 1500, 4000];

export default defineUnlistedScript(() => {
  const alive = new AbortController();
  let timers: ReturnType<typeof setTimeout>[] = [];
  let reported = false;

  const send = async (name: 'worthALook' | 'pageLeft'): Promise<number> => {
    try {
      // Asked for only now: making the interface takes the browser longer than all the rest, and most pages never need it (Chromium 156).
      const { browser, chrome } = globalThis as { browser?: Extension; chrome?: Extension };
      const answer = (await (browser ?? chrome)?.runtime.sendMessage({ name, request: null })) as { reply?: number } | undefined;
      return answer?.reply ?? 0;
    } catch {
      // The extension was updated or removed under this page: the new gate comes with the next load.
      alive.abort();
      timers.forEach(clearTimeout);
      return 0;
    }
  };

  const look = async (moved: boolean): Promise<void> => {
    if (worthALook(document, location.href)) {
      reported = true;
      const found = await send('worthALook');
      // After a move inside the page an early look may still have seen the page before, so all of them are needed.
      if (found > 0 && !moved) timers.forEach(clearTimeout);
    } else if (moved && reported) {
      reported = false;
      await send('pageLeft');
    }
  };

  const start = (moved: boolean): void => {
    timers.forEach(clearTimeout);
    timers = (moved ? AFTER_MOVE : AFTER_LOAD).map((delay) => setTimeout(() => void look(moved), delay));
  };

  start(false);
  const { signal } = alive;
  // Back from the back/forward cache: the browser has cleared the badge.
  const onShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) start(false);
  };
  addEventListener('pageshow', onShow, { signal });
  const { navigation } = globalThis as { navigation?: EventTarget };
  // `popstate` for browsers without the Navigation API.
  if (navigation) navigation.addEventListener('currententrychange', () => start(true), { signal });
  else addEventListener('popstate', () => start(true), { signal });
});
