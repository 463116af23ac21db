import { signal } from '@preact/signals';
import { i18n } from '#i18n';
import type { Choice, Scope } from '../../components/list/ExportMenu';
import { numberText } from '../../components/wording/locale';
import type { Talk } from '../../core/talk';
import type { Talks, WriteOptions } from '../../formats/format';
import { toBlob } from '../../formats/output/file';
import { everyTalk, talksIn, withoutPlace } from '../../storage/lookups';
import type { Shelf } from './shelf';
import type { ToastRack } from './toasts';

/** How talks become a file: by a format, or by a template. */
interface Maker {
  label: string;
  extension: string;
  mime: string;
  write: (talks: Talks, options: WriteOptions) => AsyncIterable<string | Uint8Array>;
}

/** Writes talks in a format or by a template, as a file or to the clipboard. Both are fetched when they are first asked for. */
export class Exporting {
  readonly formats = signal<readonly Choice[]>([]);
  readonly templates = signal<readonly Choice[]>([]);
  readonly busy = signal(false);

  constructor(
    private readonly shelf: Shelf,
    private readonly toasts: ToastRack,
  ) {}

  readonly load = async (): Promise<void> => {
    const [{ OUTPUTS }, { everyTemplate }] = await Promise.all([import('../../formats/formats'), import('./templates/kept')]);
    this.formats.value = OUTPUTS;
    this.templates.value = await everyTemplate();
  };

  /** @param id of a format or template */
  readonly run = async (id: string, way: 'download' | 'copy', scope: Scope): Promise<void> => {
    this.busy.value = true;
    try {
      const { file, count, maker } = await this.made(id, way, scope);
      if (way === 'download') download(file, `talkshelf-${new Date().toISOString().slice(0, 10)}.${maker.extension}`);
      this.toasts.add({ text: i18n.t(way === 'copy' ? 'count.copied' : 'count.exported', count, [numberText(count), maker.label]) });
    } catch (error) {
      console.error('talkshelf: an export failed', error);
      const refused = error instanceof DOMException && error.name === 'NotAllowedError';
      this.toasts.add({ tone: 'danger', text: i18n.t(refused ? 'export.copyFailed' : 'export.failed') });
    } finally {
      this.busy.value = false;
    }
  };

  private async made(id: string, way: 'download' | 'copy', scope: Scope): Promise<{ file: Blob; count: number; maker: Maker }> {
    const maker = await makerOf(id);
    let count = 0;
    const counted = async function* (talks: AsyncIterable<Talk>) {
      for await (const talk of talks) {
        count++;
        yield withoutPlace(talk);
      }
    };
    const options = { title: i18n.t('export.title'), ...(await besideOf(id, scope)) };
    const file = toBlob(maker.write(counted(this.talksOf(scope)), options), way === 'copy' ? 'text/plain' : maker.mime);
    // The item is made at once with a promise in it: a copy must begin while the click still counts.
    if (way === 'copy') await navigator.clipboard.write([new ClipboardItem({ 'text/plain': file })]);
    return { file: await file, count, maker };
  }

  private talksOf(scope: Scope): AsyncIterable<Talk> {
    if (scope === 'selected') return talksIn([...this.shelf.selection.peek().ids]);
    return scope === 'all' ? everyTalk() : this.shelf.everyShown();
  }
}

async function makerOf(id: string): Promise<Maker> {
  const { FORMATS, writerOf } = await import('../../formats/formats');
  const format = FORMATS.get(id);
  if (format) return { ...format, write: await writerOf(id) };
  const { templateMaker } = await import('./templates/kept');
  return templateMaker(id);
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
