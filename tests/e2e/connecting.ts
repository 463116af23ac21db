import type { Page } from '@playwright/test';
import { ACCOUNT } from '../sync/servers/webdav';
import type { Session } from './browser';

/** Fills in the place of a vault on a WebDAV server, and connects to it. @param address of the server */
export async function connect(library: Page, session: Session, address: string, password = ACCOUNT.password): Promise<void> {
  await library.goto(session.url('library.html#/sync'));
  await library.getByRole('textbox', { name: 'Address of the folder' }).fill(`${address}Talkshelf`);
  await library.getByRole('textbox', { name: 'User name' }).fill(ACCOUNT.user);
  await library.getByRole('textbox', { name: 'Password' }).fill(password);
  await library.getByRole('button', { name: 'Connect' }).click();
}
