/** Watches a browser for whatever a hostile text could bring about: code that runs, requests, pages that open or give way, policies that had to step in. */
import type { Page } from '@playwright/test';
import { expect, type Session } from './browser';

export interface Watch {
  /** What happened that must not, in words; empty when all is well. */
  told: string[];
  /** Looks at a page that the session's context does not know, as a popup. */
  follow: (page: Page) => void;
}

/** To be called before anything hostile is opened. Only the extension's own pages, and those that are served, may be shown. */
export function watch({ context, url: ownUrl, pages }: Pick<Session, 'context' | 'url' | 'pages'>): Watch {
  const told: string[] = [];
  const own = ownUrl('');
  const isOurs = (url: string) => url.startsWith(own) || url === 'about:blank' || pages.has(url.replace(/#.*/, ''));
  const follow = (page: Page) => {
    page.on('framenavigated', (frame) => {
      if (!isOurs(frame.url())) told.push(`a frame went to ${frame.url()}`);
    });
    page.on('dialog', (dialog) => {
      told.push(`a dialog said ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => told.push(`${page.url()} threw ${error.message}`));
    page.on('console', (message) => {
      if (/Content Security Policy|refused to|not allowed to load/i.test(message.text()))
        told.push(`stopped at the door: ${message.text()}`);
    });
    page.on('requestfailed', (request) => told.push(`asked for ${request.url()}`));
  };
  context.pages().forEach(follow);
  context.on('page', follow);
  return { told, follow };
}

/** Nothing on the page as it is shown now was made by a text, and nothing was brought about so far. */
export async function expectHarmless(page: Page, { told }: Watch, session: Pick<Session, 'cutOff'>): Promise<void> {
  expect(await page.evaluate(strange)).toEqual([]);
  expectNothing({ told }, session);
}

export function expectNothing({ told }: Pick<Watch, 'told'>, session: Pick<Session, 'cutOff'>): void {
  expect(told).toEqual([]);
  expect(session.cutOff).toEqual([]);
}

/** Scrolls whatever scrolls on the page from end to end, and looks at each height. */
export async function expectHarmlessThroughout(page: Page, watching: Watch, session: Pick<Session, 'cutOff'>): Promise<void> {
  // Defined on the page, because what is evaluated there sees nothing of this file.
  await page.evaluate(`globalThis.strange = ${strange.toString()}`);
  const found = await page.evaluate(async () => {
    const { strange: look } = globalThis as unknown as { strange: () => string[] };
    const scrolling = [document.documentElement, ...document.querySelectorAll('*')].filter(
      (each) => each.scrollHeight > each.clientHeight + 1 && each.clientHeight > 100,
    );
    const all: string[] = [];
    // A tab in the background is given a frame a second.
    const frame = () => new Promise((done) => (document.hidden ? setTimeout(done) : requestAnimationFrame(done)));
    for (const element of scrolling) {
      for (let at = 0; at < element.scrollHeight; at += element.clientHeight) {
        element.scrollTop = at;
        await frame();
        await frame();
        all.push(...look());
      }
      element.scrollTop = 0;
    }
    return [...new Set(all)];
  });
  expect(found).toEqual([]);
  await expectHarmless(page, watching, session);
}

/** Runs in the page: what is there and was not made by our views. */
function strange(): string[] {
  const found: string[] = [];
  if ('owned' in globalThis || 'owned' in Object.prototype) found.push('code ran');
  const views =
    /^(html|head|body|meta|title|link|script|style|main|div|span|p|a|b|bdi|mark|em|strong|small|time|ul|ol|li|dl|dt|dd|h[1-6]|nav|header|footer|section|article|aside|search|form|fieldset|legend|label|input|textarea|select|option|optgroup|button|dialog|details|summary|output|progress|meter|table|thead|tbody|tr|th|td|caption|datalist|svg|path|g|rect|circle|line|polyline|text|figure|figcaption|code|kbd|pre|hr|br|menu)$/;
  const leads = /^(href|src|srcset|action|formaction|xlink:href|ping|poster|data)$/;
  const isAway = (name: string, attribute: string, value: string) => {
    const { protocol, origin } = new URL(value, location.href);
    if (origin === location.origin) return false;
    return name !== 'a' || attribute !== 'href' || !/^(https?|mailto):$/.test(protocol);
  };
  const isOdd = (name: string, attribute: string, value: string) =>
    /^on|^srcdoc$|^autofocus$|^http-equiv$/.test(attribute) ||
    (attribute === 'style' && /url\(|@import|expression/i.test(value)) ||
    (leads.test(attribute) && isAway(name, attribute, value));
  for (const { localName, attributes } of document.querySelectorAll('*')) {
    if (!views.test(localName)) found.push(`<${localName}>`);
    for (const { name, value } of attributes) if (isOdd(localName, name, value)) found.push(`${localName} ${name}=${value}`);
  }
  return [...new Set(found)];
}
