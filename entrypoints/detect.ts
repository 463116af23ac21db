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

/** Pages of single-page apps fill in late: milliseconds from one look to the next, after the first at a load, and after a move inside the page. */
const AFTER_LOAD = [1200, 2800];
const AFTER_MOVE = [300, 1200, 2500];

/** No more than every page needs: whatever the browser is asked for the first time costs more than our own code does (Chromium 156). */
export default defineUnlistedScript(() => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reported = false;
  let alive = true;

  const send = async (name: 'worthALook' | 'pageLeft'): Promise<number> => {
    try {
      // Asked for only now: making the interface takes the browser longer than all the rest, and many pages never need it.
      const { browser, chrome } = globalThis as { browser?: Extension; chrome?: Extension };
      const answer = (await (browser ?? chrome)?.runtime.sendMessage({ name, request: null })) as { reply?: number } | undefined;
      return answer?.reply ?? 0;
    } catch {
      // The extension was updated or removed under this page: the new gate comes with the next load.
      alive = false;
      return 0;
    }
  };

  const look = async (moved: boolean, further: readonly number[]): Promise<void> => {
    const mine = timer;
    if (worthALook(document, document.URL)) {
      reported = true;
      // After a move inside the page an early look may still have seen the page before, so all of them are needed.
      if ((await send('worthALook')) > 0 && !moved) return;
    } else if (moved && reported) {
      reported = false;
      await send('pageLeft');
    }
    // A load or a move while the message was under way has looks of its own.
    if (mine === timer) wait(moved, further);
  };

  const wait = (moved: boolean, [delay, ...further]: readonly number[]): void => {
    clearTimeout(timer);
    if (alive && delay !== undefined) timer = setTimeout(() => void look(moved, further), delay);
  };

  void look(false, AFTER_LOAD);
  // Back from the back/forward cache: the browser has cleared the badge.
  addEventListener('pageshow', ({ persisted }: PageTransitionEvent) => {
    if (persisted) wait(false, [0, ...AFTER_LOAD]);
  });
  const { navigation } = globalThis as { navigation?: EventTarget };
  const onMove = (): void => wait(true, AFTER_MOVE);
  // `popstate` for browsers without the Navigation API.
  if (navigation) navigation.addEventListener('currententrychange', onMove);
  else addEventListener('popstate', onMove);
});
