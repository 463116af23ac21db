import { i18n } from '#i18n';
import { Icon } from '../Icon';

export interface Toast {
  id: number;
  text: string;
  tone?: 'danger';
  /** Takes the deed back. */
  undo?: () => void;
}

export interface ToastsProps {
  toasts: readonly Toast[];
  dismiss: (id: number) => void;
  /** While pointer or focus is on a toast, it does not go away. */
  hold: (held: boolean) => void;
}

/** Short messages at the foot of the view. The region is always there, so that screen readers hear what comes into it. */
export function Toasts({ toasts, dismiss, hold }: ToastsProps) {
  return (
    <div
      class="toasts"
      role="region"
      aria-label={i18n.t('toast.region')}
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocusIn={() => hold(true)}
      onFocusOut={() => hold(false)}
    >
      <div role="status" aria-live="polite">
        {toasts.map((toast) => (
          <ToastView key={toast.id} toast={toast} dismiss={dismiss} />
        ))}
      </div>
    </div>
  );
}

function ToastView({ toast, dismiss }: { toast: Toast; dismiss: (id: number) => void }) {
  const { id, text, tone, undo } = toast;
  return (
    <div class="toast" data-tone={tone}>
      <span class="toast-text">{text}</span>
      {undo && (
        <button type="button" class="toast-undo" aria-keyshortcuts="z" onClick={undo}>
          {i18n.t('undo.undo')}
        </button>
      )}
      <button type="button" class="icon-button" aria-label={i18n.t('toast.dismiss')} onClick={() => dismiss(id)}>
        <Icon name="close" />
      </button>
    </div>
  );
}
