import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Modal } from '../Modal';

/** A template and what it makes of the talks. */
export interface CopyChoice {
  id: string;
  label: string;
  text: string;
}

export interface CopyDialogProps {
  choices: readonly CopyChoice[];
  /** The choice that was made last. */
  first: string | undefined;
  /** Says whether the browser let it. */
  copy: (choice: CopyChoice) => Promise<boolean>;
  close: () => void;
}

/** How talks are copied: every template with what comes of it. Arrow keys walk, Enter copies. */
export function CopyDialog({ choices, first, copy, close }: CopyDialogProps) {
  const list = useRef<HTMLUListElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const place = choices.findIndex(({ id }) => id === first);
    list.current?.querySelectorAll('button')[Math.max(place, 0)]?.focus();
  }, []);
  return (
    <Modal heading={i18n.t('copy.heading')} close={close}>
      {failed && (
        <p class="help" data-wrong="true" role="alert">
          {i18n.t('copy.failed')}
        </p>
      )}
      <ul class="copy-choices" ref={list} onKeyDown={walk}>
        {choices.map((choice) => (
          <li key={choice.id}>
            <button type="button" class="copy-choice" onClick={() => void copy(choice).then((done) => setFailed(!done))}>
              <span class="copy-label" dir="auto">
                {choice.label}
              </span>
              <span class="template-example" dir="auto">
                {choice.text}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}

function walk(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  const stops = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
  const place = stops.indexOf(document.activeElement as HTMLButtonElement);
  stops[(place + (event.key === 'ArrowDown' ? 1 : -1) + stops.length) % stops.length]?.focus();
}
