/** Hands for the extension's own pages in Firefox, where Playwright does not reach: things are found by their visible names. */
import { expect } from '@playwright/test';
import type { ElementHandle, Page } from 'puppeteer-core';

/** Waits until the page shows a text. */
export async function sees(page: Page, text: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.body.innerText), { timeout: 20_000 }).toContain(text);
}

/** Types into the field with a label. */
export async function fill(page: Page, label: string, text: string): Promise<void> {
  const find = () =>
    page.evaluate((wanted) => {
      const found = [...document.querySelectorAll('label')].find(({ textContent }) => textContent.trim().startsWith(wanted));
      return found?.htmlFor ?? '';
    }, label);
  await expect.poll(find).not.toBe('');
  const field = (await page.$(`[id="${await find()}"]`))!;
  await field.evaluate((element) => (element as HTMLInputElement).select());
  await page.keyboard.press('Delete');
  await field.type(text);
}

/** Clicks the visible button or link with a name. */
export async function click(page: Page, name: string): Promise<void> {
  const find = () =>
    page.evaluateHandle(
      (wanted) =>
        [...document.querySelectorAll<HTMLElement>('button, a, summary')].find(
          (element) => (element.ariaLabel ?? element.textContent).trim() === wanted && element.checkVisibility(),
        ) ?? null,
      name,
    );
  await expect.poll(async () => (await find()).asElement() !== null, { message: `a button "${name}"` }).toBe(true);
  const button = (await find()).asElement() as ElementHandle;
  await button.evaluate((element) => (element as HTMLElement).scrollIntoView({ block: 'center' }));
  await button.click();
}

/** The titles in the library's list. */
export function titles(page: Page): Promise<string[]> {
  return page.evaluate(() => [...document.querySelectorAll('[data-id] a')].map(({ textContent }) => textContent.trim()).sort());
}

/** Puts the cursor on a talk's row. */
export async function focusRow(page: Page, title: string): Promise<void> {
  await page.evaluate((wanted) => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-id]')];
    rows.find(({ textContent }) => textContent.includes(wanted))?.focus();
  }, title);
}
