import { i18n } from '#i18n';
import { TalkDetail } from '../../components/detail/TalkDetail';
import type { LibraryApp } from './library-app';
import { linkedId } from './route';
import { isEmpty } from './shelf';

/** The talk the cursor is on, or the one that the address names. */
export function Detail({ app: { shelf, actions, copying, linked } }: { app: LibraryApp }) {
  const id = shelf.currentId.value;
  const talk = [...shelf.rows.value.values(), linked.talk.value].find((shown) => shown?.id === id);
  return (
    <section class="detail-pane" aria-label={i18n.t('library.detail')} data-open={talk !== undefined}>
      {talk ? (
        <TalkDetail
          talk={talk}
          edit={() => actions.edit(talk, 'title')}
          copy={() => (copying.value = [talk])}
          copyLink={() => void linked.copy(talk)}
          remove={() => actions.remove(talk)}
          close={() => {
            shelf.currentId.value = undefined;
            if (linkedId.peek()) location.hash = '#/talks';
          }}
        />
      ) : (
        !isEmpty(shelf) && <p class="quiet-text">{i18n.t('library.pick')}</p>
      )}
    </section>
  );
}
