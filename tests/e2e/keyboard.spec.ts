/** The whole flow in the popup without a pointer: choose, tag, save, find, mark, edit, delete, undo. */
import type { Page } from '@playwright/test';
import { draftsIn, expect, open, openPopup, rowOf, type Sample, serve, test } from './browser';

const NOTES: Sample = { url: 'https://tracepoint.example/episodes/42-latency/', path: 'tests/fixtures/samples/show-notes.html' };

test('the popup from the first key to the last', async ({ session }) => {
  serve(session, NOTES);
  const popup = await openPopup(session, await open(session, NOTES.url));
  await expect(draftsIn(popup)).toHaveCount(5);

  await tabTo(popup, 'checkbox', 'Select all');
  await popup.keyboard.press('Space');
  await expect(popup.getByRole('button', { name: /^Save/ })).toBeDisabled();
  await popup.keyboard.press('Tab');
  await popup.keyboard.press('ArrowDown');
  await popup.keyboard.press('Space');
  await expect(popup.getByRole('checkbox', { name: 'Queues all the way down' })).toBeChecked();
  await tabTo(popup, 'combobox', 'Tags for these talks');
  await popup.keyboard.type('latency');
  await popup.keyboard.press('Enter');
  await tabTo(popup, 'button', /^Save 1 talk/);
  await popup.keyboard.press('Enter');
  await expect(draftsIn(popup).filter({ hasText: 'Queues all the way down' })).toContainText('Saved');

  await popup.keyboard.press('/');
  await expect(popup.getByRole('searchbox')).toBeFocused();
  await popup.keyboard.type('queues');
  const row = rowOf(popup, 'Queues all the way down');
  await expect(popup.getByText('1 talk found')).toBeVisible();
  await popup.keyboard.press('ArrowDown');
  await expect(row).toBeFocused();
  await popup.keyboard.press('s');
  await expect(row.getByRole('combobox')).toHaveValue('watching');
  await popup.keyboard.press('e');
  await expect(popup.getByRole('dialog')).toBeVisible();
  await popup.getByRole('textbox', { name: 'Title' }).fill('Queues, all the way down');
  await popup.keyboard.press('Control+Enter');
  await expect(popup.getByRole('dialog')).toBeHidden();
  const renamed = rowOf(popup, 'Queues, all the way down');
  await expect(renamed).toBeVisible();

  await popup.keyboard.press('d');
  await expect(renamed).toBeHidden();
  await expect(popup.getByText('1 talk deleted')).toBeVisible();
  await popup.keyboard.press('z');
  await expect(renamed).toBeVisible();
  await expect(renamed).toContainText('latency');

  await popup.keyboard.press('?');
  await expect(popup.getByRole('dialog')).toBeVisible();
  await popup.keyboard.press('Escape');
  await expect(popup.getByRole('dialog')).toBeHidden();
});

/** Presses Tab until the control has the focus, as somebody without a pointer would. */
async function tabTo(popup: Page, role: 'button' | 'checkbox' | 'combobox', name: string | RegExp): Promise<void> {
  const control = popup.getByRole(role, { name });
  for (let presses = 0; presses < 30; presses++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await popup.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${role} ${String(name)}`);
}
