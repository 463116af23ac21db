import { signal } from '@preact/signals';
import { i18n } from '#i18n';
import type { Choice, Scope } from '../../components/list/ExportMenu';
import { numberText } from '../../components/wording/locale';
import type { Talk } from '../../core/talk';
import { talksIn } from '../../storage/lookups';
import type { Shelf } from './shelf';
import type { ToastRack } from './toasts';

/** Takes talks out, in a format or by a template. Both, and what writes them, are fetched when they are first asked for. */
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
      const { make } = await import('./making');
      const { count, label } = await make({ id, way, scope, talks: this.talksOf(scope) });
      this.toasts.add({ text: i18n.t(way === 'copy' ? 'count.copied' : 'count.exported', count, [numberText(count), label]) });
    } catch (error) {
      console.error('talkshelf: an export failed', error);
      const refused = error instanceof DOMException && error.name === 'NotAllowedError';
      this.toasts.add({ tone: 'danger', text: i18n.t(refused ? 'export.copyFailed' : 'export.failed') });
    } finally {
      this.busy.value = false;
    }
  };

  private async *talksOf(scope: Scope): AsyncGenerator<Talk> {
    if (scope === 'selected') yield* talksIn([...this.shelf.selection.peek().ids]);
    else if (scope === 'shown') yield* this.shelf.everyShown();
    else yield* (await import('../../storage/newest')).newestTalks();
  }
}
