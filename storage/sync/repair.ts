import { SyncProblem } from './problem';
import type { News } from './reading';
import type { Session } from './session';

/** Where another device could not read files of ours, and they are gone or damaged indeed, everything is told again. */
export async function repairOwn(session: Session, news: readonly News[]): Promise<void> {
  const { segments, snapshot } = await session.self();
  const asked = new Set(news.flatMap(({ head }) => head.missing));
  for (const { path } of [...segments, ...(snapshot?.shards ?? [])]) {
    if (!asked.has(path) || (await isReadable(session, path))) continue;
    await session.note((self) => ({
      segments: [],
      snapshot: undefined,
      drafting: undefined,
      layout: self.layout + 1,
      garbage: [
        ...self.garbage,
        ...[...self.segments, ...(self.snapshot?.shards ?? [])].map((file) => ({ path: file.path, from: self.generation + 1 })),
      ],
    }));
    return;
  }
}

async function isReadable(session: Session, path: string): Promise<boolean> {
  try {
    return (await session.readChanges(path)) !== undefined;
  } catch (error) {
    if (error instanceof SyncProblem && error.kind === 'damaged') return false;
    throw error;
  }
}
