/** Sync as people meet it: set up in the library, two browsers in one vault on a real WebDAV server, and what they are told when it does not work. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { ACCOUNT, lighttpd } from '../sync/servers/webdav';
import { type Server, startServer } from '../sync/servers/process';
import { draftOf } from '../unit/drafts';
import { ask, browserHere, expect, expectAccessible, exported, launch, openLibrary, rowOf, test as base } from './browser';
import { connect } from './connecting';

const PASSPHRASE = 'seven quiet compilers drink tea at noon';

const test = base.extend<{ server: Server }>({
  server: async ({ browserName: _ }, use) => {
    test.skip(!process.env.CI && !existsSync(lighttpd.program), `${lighttpd.program} is not installed`);
    const server = await startServer(lighttpd);
    await use(server);
    await server.stop();
  },
});
test.use({ build: 'mv3-e2e', servers: true });

test('a vault is set up by keyboard, within a minute and without a violation', async ({ session, server }) => {
  const library = await openLibrary(session);
  const began = Date.now();
  await library.goto(session.url('library.html#/sync'));
  await expect(library.getByRole('radio', { name: 'WebDAV' })).toBeChecked();
  await expectAccessible(library);
  await library.getByRole('textbox', { name: 'Address of the folder' }).focus();
  await library.keyboard.type(`${server.url}Talkshelf`);
  await library.keyboard.press('Tab');
  await library.keyboard.type(ACCOUNT.user);
  await library.keyboard.press('Tab');
  await library.keyboard.type(ACCOUNT.password);
  await library.keyboard.press('Enter');
  await expect(library.getByText('There is no vault here yet', { exact: false })).toBeVisible();
  await expect(library.getByText('The server honours conditional writes', { exact: false })).toBeVisible();
  await library.getByRole('textbox', { name: 'Passphrase' }).focus();
  await library.keyboard.type('abcabcabc');
  await expect(library.getByText('Weak', { exact: false })).toBeVisible();
  await library.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
  await expect(library.getByText('Strong.')).toBeVisible();
  await expectAccessible(library);
  await library.keyboard.press('Enter');
  await expect(library.getByRole('heading', { name: 'Talkshelf recovery sheet' })).toBeFocused();
  await expectAccessible(library);
  await library.getByRole('button', { name: 'I have kept it' }).press('Enter');
  await expect(library.getByText('Last synced', { exact: false })).toBeVisible();
  await expectAccessible(library);
  console.log(`set up in ${Math.round((Date.now() - began) / 1000)} s`);
});

test('Chromium and Firefox share one vault: both ways, offline in between, edits, deletions and a conflict', async ({
  session,
  server,
}) => {
  test.slow();
  const one = await openLibrary(session);
  await save(one, 'Alpha of parsing');
  await save(one, 'Beta of linking');
  await connect(one, session, server.url);
  await one.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
  await one.getByRole('textbox', { name: 'Name of this browser' }).fill('The desk');
  await one.getByRole('button', { name: 'Create the vault' }).click();
  await one.getByRole('button', { name: 'I have kept it' }).click();
  await expect(one.getByText('2 changes were sent')).toBeVisible();

  const second = await launch({ build: 'mv3-e2e', servers: true, browser: browserHere() === 'firefox' ? 'chromium' : 'firefox' });
  try {
    const other = await openLibrary(second);
    await save(other, 'Gamma of sorting');
    await connect(other, second, server.url);
    await expect(other.getByText('There is a vault here', { exact: false })).toBeVisible();
    await other.getByRole('textbox', { name: 'Passphrase' }).fill('not the passphrase');
    await other.getByRole('button', { name: 'Join the vault' }).click();
    await expect(other.getByText('does not open this vault', { exact: false })).toBeVisible();
    await other.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
    await other.getByRole('button', { name: 'Join the vault' }).click();
    await expect(other.getByText('Both sides hold talks: 1 here, about 2 in the vault.', { exact: false })).toBeVisible();
    await other.getByRole('button', { name: 'Put them together' }).click();
    await expect(other.getByText('2 talks came in')).toBeVisible();
    await expect(other.getByText('The desk')).toBeVisible();
    await expect.poll(() => listed(other)).toEqual(['Alpha of parsing', 'Beta of linking', 'Gamma of sorting']);

    await syncNow(one, '1 talk came in');
    await expect.poll(() => listed(one)).toEqual(['Alpha of parsing', 'Beta of linking', 'Gamma of sorting']);

    await server.pause();
    await part(one, 'Sync');
    await one.getByRole('button', { name: 'Sync now' }).click();
    await expect(one.getByText('The place cannot be reached.')).toBeVisible();
    await expectAccessible(one);
    await part(one, 'All talks');
    await rename(one, 'Alpha of parsing', 'Alpha, said the one');
    await remove(one, 'Beta of linking');
    await rename(other, 'Alpha of parsing', 'Alpha, said the other');
    await remove(other, 'Gamma of sorting');
    await expect.poll(() => listed(other)).toEqual(['Alpha, said the other', 'Beta of linking']);
    await server.resume();

    await syncNow(one, '2 changes were sent');
    await syncNow(other, '1 talk was deleted');
    await syncNow(one, '1 talk was deleted');
    // The later change holds in both; the other one can be had back.
    await expect.poll(() => listed(one)).toEqual(['Alpha, said the other']);
    await part(one, 'Sync');
    await expect(one.getByText('Put aside: Alpha, said the one')).toBeVisible();
    await expectAccessible(one);
    await one.getByRole('button', { name: 'Restore Title of Alpha, said the other' }).click();
    await expect.poll(() => listed(one)).toEqual(['Alpha, said the one']);
    await syncNow(one, '1 change was sent');
    await syncNow(other, '1 talk was changed');
    await expect.poll(() => listed(other)).toEqual(['Alpha, said the one']);
  } finally {
    await second.close();
  }
});

test('the password stays in the extension’s storage: not in the library, the exports, the vault or what is logged', async ({
  session,
  server,
}) => {
  const said: string[] = [];
  session.context.on('console', (message) => said.push(message.text()));
  const library = await openLibrary(session);
  await save(library, 'Alpha of parsing');
  await connect(library, session, server.url);
  await library.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
  await library.getByRole('button', { name: 'Create the vault' }).click();
  await library.getByRole('button', { name: 'I have kept it' }).click();
  await expect(library.getByText('Last synced', { exact: false })).toBeVisible();
  const inLibrary = await library.evaluate(everyRow);
  expect(inLibrary).toContain('Alpha of parsing');
  await part(library, 'All talks');
  const json = await exported(session, library, 'JSON');
  for (const secret of [ACCOUNT.password, PASSPHRASE]) {
    for (const where of [inLibrary, json, said.join('\n')]) expect(where).not.toContain(secret);
    expect(spawnSync('grep', ['-raF', secret, `${server.folder}/data`]).status).toBe(1);
  }
  expect(spawnSync('grep', ['-raF', 'Alpha of parsing', `${server.folder}/data`]).status).toBe(1);
});

test('a wrong password, a vault that is left and one that is deleted are told apart', async ({ session, server }) => {
  const library = await openLibrary(session);
  await connect(library, session, server.url, 'wrong');
  await expect(library.getByText('The password or token is not accepted.')).toBeVisible();
  await library.getByRole('textbox', { name: 'Password' }).fill(ACCOUNT.password);
  await library.getByRole('button', { name: 'Connect' }).click();
  await library.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
  await library.getByRole('button', { name: 'Create the vault' }).click();
  await library.getByRole('button', { name: 'I have kept it' }).click();
  await expect(library.getByText('Last synced', { exact: false })).toBeVisible();
  await library.getByRole('button', { name: 'Leave the vault…' }).click();
  await library.getByRole('button', { name: 'Leave it' }).click();
  await expect(library.getByText('Sync is off', { exact: false })).toBeVisible();
  await connect(library, session, server.url);
  await expect(library.getByText('There is a vault here', { exact: false })).toBeVisible();
  await library.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
  await library.getByRole('button', { name: 'Join the vault' }).click();
  await library.getByRole('button', { name: 'Delete the vault…' }).click();
  await library.getByRole('button', { name: 'Delete it for everybody' }).click();
  await expect(library.getByText('Sync is off', { exact: false })).toBeVisible();
  await connect(library, session, server.url);
  await expect(library.getByText('There is no vault here yet', { exact: false })).toBeVisible();
});

test('the popup tells in a quiet line where sync needs somebody', async ({ session, server }) => {
  const library = await openLibrary(session);
  await connect(library, session, server.url);
  await library.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
  await library.getByRole('button', { name: 'Create the vault' }).click();
  await library.getByRole('button', { name: 'I have kept it' }).click();
  await expect(library.getByText('Last synced', { exact: false })).toBeVisible();
  const popup = await session.context.newPage();
  await popup.goto(session.url('popup.html?tab=-1'));
  await expect(popup.getByRole('searchbox')).toBeVisible();
  await expect(popup.getByRole('link', { name: 'Open Sync' })).toHaveCount(0);
  // Another password at the server, as somebody would change it.
  await server.pause();
  await writeFile(`${server.folder}/users`, `${ACCOUNT.user}:another one\n`);
  await server.resume();
  await library.getByRole('button', { name: 'Sync now' }).click();
  await expect(popup.getByText('The password or token is not accepted.')).toBeVisible();
  await expect(popup.getByRole('link', { name: 'Open Sync' })).toHaveAttribute('href', session.url('library.html#/sync'));
  await expectAccessible(popup);
});

async function save(library: Page, title: string): Promise<void> {
  await ask(library, 'save', { drafts: [draft(title)], tags: [] });
  await expect(rowOf(library, title)).toBeVisible();
}

function draft(title: string) {
  return draftOf({ title, source: { ...draftOf().source, url: `https://borealis.example/${title.replaceAll(' ', '-')}` } });
}

async function part(library: Page, name: string): Promise<void> {
  await library.getByRole('navigation').getByRole('link', { name, exact: true }).click();
}

/** Syncs, and waits until the view says what it did. */
async function syncNow(library: Page, did: string): Promise<void> {
  await part(library, 'Sync');
  await library.getByRole('button', { name: 'Sync now' }).click();
  await expect(library.getByText(did)).toBeVisible();
}

async function listed(library: Page): Promise<string[]> {
  await part(library, 'All talks');
  return (await library.locator('[data-id] .talk-title').allInnerTexts()).sort();
}

async function rename(library: Page, title: string, next: string): Promise<void> {
  await rowOf(library, title).focus();
  await library.keyboard.press('e');
  await library.getByRole('textbox', { name: 'Title' }).fill(next);
  await library.getByRole('button', { name: 'Save changes' }).click();
  await expect(rowOf(library, next)).toBeVisible();
}

async function remove(library: Page, title: string): Promise<void> {
  await rowOf(library, title).focus();
  await library.keyboard.press('d');
  await expect(rowOf(library, title)).toHaveCount(0);
}

/** Everything in every database of the extension, as text. */
async function everyRow(): Promise<string> {
  const texts: string[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => done(opening.result);
    });
    for (const table of database.objectStoreNames) {
      const rows = await new Promise<unknown>((done) => {
        const reading = database.transaction(table).objectStore(table).getAll();
        reading.onsuccess = () => done(reading.result);
      });
      texts.push(JSON.stringify(rows));
    }
    database.close();
  }
  return texts.join('\n');
}
