import { i18n } from '#i18n';
import type { Scope } from '../../components/list/ExportMenu';
import type { Talk } from '../../core/talk';
import { inTurns } from '../../core/turns';
import { FORMATS, writerOf } from '../../formats/formats';
import type { Talks, WriteOptions } from '../../formats/format';
import { toBlob } from '../../formats/output/file';
import { withoutPlace } from '../../storage/lookups';
import { listWords } from './list-words';
import { templateMaker } from './templates/kept';

/** How talks become a file: by a format, or by a template. */
export interface Maker {
  label: string;
  extension: string;
  mime: string;
  write: (talks: Talks, options: WriteOptions) => AsyncIterable<string | Uint8Array>;
}

/** What was asked for. */
export interface Order {
  /** Of a format or template. */
  id: string;
  way: 'download' | 'copy';
  scope: Scope;
  talks: AsyncIterable<Talk>;
}

/** Writes talks in a format or by a template, to a file or to the clipboard. @returns how many it were, and the name of what made them */
export async function make({ id, way, scope, talks }: Order): Promise<{ count: number; label: string }> {
  const maker = await makerOf(id);
  let count = 0;
  const counted = async function* () {
    for await (const talk of inTurns(talks)) {
      count++;
      yield withoutPlace(talk);
    }
  };
  const options = { title: i18n.t('export.title'), words: listWords(), ...(await besideOf(id, scope)) };
  const file = toBlob(maker.write(counted(), options), way === 'copy' ? 'text/plain' : maker.mime);
  // The item is made at once with a promise in it: a copy must begin while the click still counts.
  if (way === 'copy') await navigator.clipboard.write([new ClipboardItem({ 'text/plain': file })]);
  else download(await file, `talkshelf-${new Date().toISOString().slice(0, 10)}.${maker.extension}`);
  return { count, label: maker.label };
}

async function makerOf(id: string): Promise<Maker> {
  const format = FORMATS.get(id);
  return format ? { ...format, write: await writerOf(id) } : templateMaker(id);
}

/** A file of everything in our own format is a backup, and carries settings, templates and saved searches. */
async function besideOf(id: string, scope: Scope): Promise<WriteOptions> {
  if (id !== 'json' || scope !== 'all') return {};
  const { backupNow } = await import('./import/backup');
  return { backup: await backupNow() };
}

function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
