/**
 * Chromium writes each record of its database's log as a header and a body. Killed between the two it leaves a header, passes over it at the next start,
 * goes on writing behind it, and at the start after that takes what it wrote for damage: it throws the whole database away (Chromium 156; seen once in
 * some 250 kills). So the log is replaced by a new one before that start.
 */
import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { draftOf } from '../unit/drafts';
import { onlyIn, ask, expect, launch, openLibrary, type Session, test } from './browser';

onlyIn('chromium', 'files-of-chromium');

/** Of a record of 1,980 bytes that is whole (type 1); the checksum before is of nothing. */
const HEADER = Buffer.from([0x9b, 0x79, 0xc7, 0x3d, 0xbc, 0x07, 0x01]);

test('a record of the log that was torn by a crash costs nothing at the starts after it', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'talkshelf-torn-'));
  try {
    await saveIn(profile, 'before', (session) => session.close());
    const [torn = ''] = await logs(profile);
    await appendFile(torn, HEADER);
    await saveIn(profile, 'after', async (session) => {
      await expect.poll(() => logs(profile)).not.toContain(torn);
      await session.kill();
    });
    const session = await launch({ profile });
    const { total } = await ask(await openLibrary(session), 'search', { query: '', limit: 1 });
    await session.close();
    expect(total).toBe(2 * TALKS);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
});

const TALKS = 5;

async function saveIn(profile: string, word: string, end: (session: Session) => Promise<void>): Promise<void> {
  const session = await launch({ profile });
  const library = await openLibrary(session);
  const drafts = Array.from({ length: TALKS }, (_, place) => {
    const url = `https://borealis.example/${word}/${place}`;
    return draftOf({ title: `Talk ${place} ${word} the crash`, source: { ...draftOf().source, url } });
  });
  expect((await ask(library, 'save', { drafts, tags: [] })).added).toHaveLength(TALKS);
  await end(session);
}

/** The logs of the database, of which there is one but for moments. */
async function logs(profile: string): Promise<string[]> {
  const databases = join(profile, 'Default', 'IndexedDB');
  const [folder = ''] = (await readdir(databases)).filter((name) => name.endsWith('.leveldb'));
  return (await readdir(join(databases, folder))).filter((name) => name.endsWith('.log')).map((name) => join(databases, folder, name));
}
