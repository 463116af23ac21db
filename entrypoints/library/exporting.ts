import { signal } from '@preact/signals';
import { i18n } from '#i18n';
import type { Choice } from '../../components/list/ExportMenu';
import { numberText } from '../../components/wording/locale';
import type { Talk } from '../../core/talk';
import { toBlob } from '../../formats/output/file';
import { withoutPlace } from '../../storage/lookups';
import type { ToastRack } from './toasts';

/** Writes the shown talks in a format, as a file or to the clipboard. The formats are fetched when they are first asked for. */
export class Exporting {
  readonly choices = signal<readonly Choice[]>([]);
  readonly busy = signal(false);

  constructor(
    private readonly talks: () => AsyncIterable<Talk>,
    private readonly toasts: ToastRack,
  ) {}

  readonly load = async (): Promise<void> => {
    const { OUTPUTS } = await import('../../formats/formats');
    this.choices.value = OUTPUTS;
  };

  readonly run = async (id: string, way: 'download' | 'copy'): Promise<void> => {
    this.busy.value = true;
    try {
      const { file, count, label, extension } = await this.written(id, way);
      if (way === 'download') download(file, `talkshelf-${new Date().toISOString().slice(0, 10)}.${extension}`);
      this.toasts.add({ text: i18n.t(way === 'copy' ? 'count.copied' : 'count.exported', count, [numberText(count), label]) });
    } catch (error) {
      console.error('talkshelf: an export failed', error);
      const refused = error instanceof DOMException && error.name === 'NotAllowedError';
      this.toasts.add({ tone: 'danger', text: i18n.t(refused ? 'export.copyFailed' : 'export.failed') });
    } finally {
      this.busy.value = false;
    }
  };

  private async written(id: string, way: 'download' | 'copy'): Promise<{ file: Blob; count: number; label: string; extension: string }> {
    const { FORMATS, writerOf } = await import('../../formats/formats');
    const { label = id, extension = id, mime = 'text/plain' } = FORMATS.get(id) ?? {};
    let count = 0;
    const counted = async function* (talks: AsyncIterable<Talk>) {
      for await (const talk of talks) {
        count++;
        yield withoutPlace(talk);
      }
    };
    const write = await writerOf(id);
    const file = toBlob(write(counted(this.talks()), { title: i18n.t('export.title') }), way === 'copy' ? 'text/plain' : mime);
    // The item is made at once with a promise in it: a copy must begin while the click still counts.
    if (way === 'copy') await navigator.clipboard.write([new ClipboardItem({ 'text/plain': file })]);
    return { file: await file, count, label, extension };
  }
}

function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
