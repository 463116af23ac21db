import { i18n } from '#i18n';
import { Modal } from './Modal';

const ROWS = [
  ['↑ ↓', 'keys.move'],
  ['→ ←', 'keys.inside'],
  ['space', 'keys.select'],
  ['enter', 'keys.open'],
  ['/', 'keys.search'],
  ['t', 'keys.tag'],
  ['s', 'keys.status'],
  ['e', 'keys.edit'],
  ['c', 'keys.copy'],
  ['d', 'keys.delete'],
  ['z', 'keys.undo'],
  ['?', 'keys.help'],
  ['esc', 'keys.escape'],
] as const;

/** The keys and what they do, over a view. */
export function KeysDialog({ close }: { close: () => void }) {
  return (
    <Modal heading={i18n.t('keys.heading')} close={close}>
      <KeyList />
    </Modal>
  );
}

/** The keys and what they do. */
export function KeyList() {
  return (
    <dl class="keys">
      {ROWS.map(([keys, text]) => (
        <div key={keys}>
          <dt>
            {keys.split(' ').map((key) => (
              <kbd key={key}>{nameOf(key)}</kbd>
            ))}
          </dt>
          <dd>{i18n.t(text)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Signs stand for themselves; keys with a name have another one in every language. */
function nameOf(key: string): string {
  return key === 'space' || key === 'enter' || key === 'esc' ? i18n.t(`keys.${key}`) : key;
}
