/** The built extension in real Firefox: a page of a named host is noticed, read and saved, and stands in the library. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import type { SaveReply, TabState } from '../../core/messages';
import { draftsOf } from '../../core/reading';
import { launchFirefox } from '../tools/firefox.mjs';
import { TALK } from './browser';

test('notices, reads and saves a talk', async () => {
  const firefox = await launchFirefox();
  try {
    await firefox.openServed(TALK.url, await readFile(TALK.path!, 'utf8'));
    const own = await firefox.openOwn('library.html');
    await own.waitForSelector('input[type=search]');
    const tabId = await tabShowing(own, TALK.url);
    await expect.poll(() => badgeOf(own, tabId)).toBe('1');

    const { page } = (await ask(own, { name: 'readTab', request: { tabId } })) as TabState;
    const drafts = draftsOf(page!);
    expect(drafts).toMatchObject([{ title: 'The Quiet Compiler', speakers: [{ name: 'Mara Lindqvist' }] }]);
    const { added } = (await ask(own, { name: 'save', request: { drafts, tags: ['compilers'] } })) as SaveReply;
    expect(added).toHaveLength(1);
    await own.waitForSelector(`[data-id="${added[0]}"]`);
    expect(await own.$eval(`[data-id="${added[0]}"]`, (row) => row.textContent)).toContain('The Quiet Compiler');
    await expect.poll(() => badgeOf(own, tabId)).toBe('✓');
  } finally {
    await firefox.close();
  }
});

interface Api {
  browser: {
    tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
    action: { getBadgeText(details: { tabId: number }): Promise<string> };
    runtime: { sendMessage(message: unknown): Promise<{ reply: unknown }> };
  };
}

async function tabShowing(own: Page, url: string): Promise<number> {
  return own.evaluate(async (wanted) => {
    const { browser } = globalThis as unknown as Api;
    const tab = (await browser.tabs.query({})).find((candidate) => candidate.url === wanted);
    if (!tab) throw new Error(`no tab shows ${wanted}`);
    return tab.id;
  }, url);
}

async function badgeOf(own: Page, tabId: number): Promise<string> {
  return own.evaluate((id) => (globalThis as unknown as Api).browser.action.getBadgeText({ tabId: id }), tabId);
}

async function ask(own: Page, message: unknown): Promise<unknown> {
  return own.evaluate(async (sent) => (await (globalThis as unknown as Api).browser.runtime.sendMessage(sent)).reply, message);
}
