import { browser } from 'wxt/browser';

/** Moves the page's recording to a moment and plays it. @returns false where there is none, or the page may not be touched */
export function playFrom(tabId: number, seconds: number): Promise<boolean> {
  return inPage(tabId, jump, [seconds]).then((done) => done === true);
}

/** Where the page's recording stands, in seconds; undefined where there is none, or the page may not be touched. */
export async function playedTo(tabId: number): Promise<number | undefined> {
  const seconds = await inPage(tabId, stands, []);
  return typeof seconds === 'number' ? seconds : undefined;
}

async function inPage<A extends unknown[]>(tabId: number, func: (...args: A) => unknown, args: A): Promise<unknown> {
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId }, func, args });
    return answer?.result;
  } catch (error) {
    console.warn('talkshelf: the page’s recording is out of reach', error);
    return undefined;
  }
}

/** Runs in the page, so it stands alone: of several recordings the largest on the screen is meant. */
function jump(seconds: number): boolean {
  const [media] = [...document.querySelectorAll<HTMLMediaElement>('video, audio')].sort((a, b) => b.clientHeight - a.clientHeight);
  if (!media) return false;
  media.currentTime = seconds;
  media.play().catch(() => undefined);
  return true;
}

function stands(): number | null {
  const [media] = [...document.querySelectorAll<HTMLMediaElement>('video, audio')].sort((a, b) => b.clientHeight - a.clientHeight);
  return media ? media.currentTime : null;
}
