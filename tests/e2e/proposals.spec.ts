/** The popup over another page of a saved talk: it says so, merges on demand with a way back, or leaves both alone. */
import { draftOf } from '../unit/drafts';
import { ask, draftsIn, expect, expectAccessible, open, openLibrary, openPopup, rowOf, serve, type Session, TALK, test } from './browser';

/** The talk of the page, saved from its recording. */
async function savedElsewhere(session: Session): Promise<void> {
  serve(session, TALK);
  const popup = await openPopup(session, await open(session, TALK.url));
  await popup.getByRole('button', { name: 'Save 1 talk' }).click();
  await expect(draftsIn(popup)).toContainText('Saved');
  await popup.close();
  const library = await openLibrary(session);
  const [talk] = (await ask(library, 'search', { query: 'quiet compiler', limit: 1 })).talks;
  if (!talk) throw new Error('nothing was saved');
  await rowOf(library, 'The Quiet Compiler').focus();
  await library.keyboard.press('d');
  await expect(rowOf(library, 'The Quiet Compiler')).toHaveCount(0);
  const source = { ...talk.source, url: 'https://videos.example/quiet-compiler' };
  const { title, kind, speakers, event, starts } = talk;
  await ask(library, 'save', { drafts: [draftOf({ title, kind, speakers, event, starts, links: [], source })], tags: ['compilers'] });
  await expect(rowOf(library, 'The Quiet Compiler')).toHaveCount(1);
  await library.close();
}

test('merges by keyboard, and takes it back', async ({ session }) => {
  await savedElsewhere(session);
  const popup = await openPopup(session, await open(session, TALK.url));
  const proposals = popup.getByRole('list', { name: 'May be saved already' });
  await expect(proposals).toContainText('“The Quiet Compiler” looks like a talk you saved from videos.example.');
  await expectAccessible(popup);
  await proposals.getByRole('button', { name: 'Merge The Quiet Compiler with the saved talk' }).focus();
  await popup.keyboard.press('Enter');
  await expect(draftsIn(popup)).toContainText('Saved');
  await expect(proposals).toBeHidden();
  await expect(rowOf(popup, 'The Quiet Compiler')).toHaveCount(1);
  await popup.keyboard.press('z');
  await expect(proposals).toBeVisible();
  await expect(draftsIn(popup)).not.toContainText('Saved');
  await expect(rowOf(popup, 'The Quiet Compiler')).toHaveCount(1);
});

test('keeps both by pointer', async ({ session }) => {
  await savedElsewhere(session);
  const popup = await openPopup(session, await open(session, TALK.url));
  const proposals = popup.getByRole('list', { name: 'May be saved already' });
  await proposals.getByRole('button', { name: 'Keep The Quiet Compiler apart from the saved talk' }).click();
  await expect(proposals).toBeHidden();
  await popup.getByRole('button', { name: 'Save 1 talk' }).click();
  await expect(rowOf(popup, 'The Quiet Compiler')).toHaveCount(2);
});
