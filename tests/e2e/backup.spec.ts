/** A backup, a wiped browser, and everything back: talks as they were, templates, saved searches and settings. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { SAMPLE } from '../tools/sample-talks.mjs';
import { ask, expect, launch, open, openLibrary, type Session, test } from './browser';

async function backup(session: Session, library: Page, file: string): Promise<{ talks: unknown[]; backup: unknown }> {
  await library.goto(session.url('library.html#/import'));
  await library.reload();
  await session.download(() => library.getByRole('button', { name: 'Download backup' }).click(), file);
  const { talks, backup } = JSON.parse(await readFile(file, 'utf8')) as { talks: unknown[]; backup: unknown };
  return { talks, backup };
}

test('brings everything back after a wipe', async ({ session }) => {
  const file = test.info().outputPath('backup.json');
  const library = await openLibrary(session);
  for (const { draft, tags } of SAMPLE) await ask(library, 'save', { drafts: [draft], tags });
  await library.getByRole('searchbox').fill('tag:sync');
  await library.getByRole('button', { name: 'Save search' }).click();
  await library.keyboard.press('Enter');
  await library.getByRole('link', { name: 'Templates' }).click();
  await library.getByRole('button', { name: 'New template' }).click();
  await library.getByRole('textbox', { name: 'Name' }).fill('Weekly');
  await library.getByRole('button', { name: 'Save template' }).click();
  await expect(library.getByText('Template “Weekly” saved')).toBeVisible();
  const before = await backup(session, library, file);
  expect(before.talks).toHaveLength(SAMPLE.length);

  const profile = await mkdtemp(join(tmpdir(), 'talkshelf-e2e-'));
  const fresh = await launch({ profile });
  const restored = await open(fresh, fresh.url('library.html#/import'));
  await restored.locator('input[type=file]').setInputFiles(file);
  await expect(restored.getByText('This backup also holds 1 template and 1 saved search. Restore them too')).toBeVisible();
  await restored.getByRole('button', { name: `Import ${SAMPLE.length} talks` }).click();
  await expect(restored.locator('[data-stage=done]')).toContainText(`${SAMPLE.length} talks imported`);
  await expect(restored.getByRole('button', { name: 'tag:sync', exact: true })).toBeVisible();
  const after = await backup(fresh, restored, test.info().outputPath('again.json'));
  expect(after).toEqual(before);

  await restored.locator('input[type=file]').setInputFiles(file);
  await expect(restored.getByText(`${SAMPLE.length} there already`)).toBeVisible();
  await fresh.close();
  await rm(profile, { recursive: true, force: true });
});
