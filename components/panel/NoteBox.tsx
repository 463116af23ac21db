import { i18n } from '#i18n';
import { LIMITS } from '../../core/talk';
import { timestampsIn } from '../../core/timestamps';
import { Icon } from '../Icon';

export interface NoteBoxProps {
  text: string;
  write: (text: string) => void;
  leave: () => void;
  /** Puts the moment at which the recording stands into the note. */
  stamp: () => void;
  jump: (seconds: number) => void;
}

/** The note of the page's talk, and the moments in it as buttons that lead the recording there. */
export function NoteBox({ text, write, leave, stamp, jump }: NoteBoxProps) {
  const stamps = timestampsIn(text);
  return (
    <section class="note-box" aria-labelledby="panel-note-label">
      <div class="section-head">
        <label class="label" for="panel-note" id="panel-note-label">
          {i18n.t('talk.note')}
        </label>
        <button type="button" class="quiet" onClick={stamp}>
          <Icon name="watching" />
          {i18n.t('panel.stamp')}
        </button>
      </div>
      <textarea
        id="panel-note"
        class="field"
        dir="auto"
        rows={5}
        maxLength={LIMITS.note}
        value={text}
        placeholder={i18n.t('panel.noteHelp')}
        onInput={(event) => write(event.currentTarget.value)}
        onBlur={leave}
      />
      {stamps.length > 0 && (
        <ul class="stamps" aria-label={i18n.t('panel.stamps')}>
          {stamps.map(({ seconds, shown, text: remark }, place) => (
            <li key={`${place} ${shown}`}>
              <button type="button" class="stamp" aria-label={i18n.t('panel.jump', [shown, remark])} onClick={() => jump(seconds)}>
                <span class="stamp-time">{shown}</span>
                <span dir="auto">{remark}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
