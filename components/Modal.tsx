import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from './Icon';
// Here and not in the popup's own styles: it opens without a dialog.
import './style/dialogs.css';

export interface ModalProps {
  heading: string;
  close: () => void;
  children: ComponentChildren;
}

/** A native modal dialog: the browser keeps focus inside, closes on Escape and gives focus back. */
export function Modal({ heading, close, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const headingId = useId();
  // Before the effects of what is inside, which may move the focus on.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      class="modal"
      ref={dialog}
      aria-labelledby={headingId}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) close();
      }}
    >
      <div class="modal-inner">
        <div class="section-head">
          <h2 id={headingId}>{heading}</h2>
          <button type="button" class="icon-button" aria-label={i18n.t('library.close')} onClick={close}>
            <Icon name="close" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
