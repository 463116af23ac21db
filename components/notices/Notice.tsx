import type { ComponentChildren } from 'preact';

export interface NoticeProps {
  /** What happened. */
  text: string;
  /** What was kept, and what to do. */
  help?: string;
  tone?: 'quiet' | 'danger' | 'warning';
  action?: string;
  act?: () => void;
  /** Further things that can be done. */
  children?: ComponentChildren;
}

/** A message that stays where it is. One that tells of trouble is announced. */
export function Notice({ text, help, tone = 'quiet', action, act, children }: NoticeProps) {
  return (
    <div class="notice" data-tone={tone} role={tone === 'quiet' ? undefined : 'alert'}>
      <p class="notice-text">{text}</p>
      {help && <p class="notice-help">{help}</p>}
      {action && (
        <button type="button" class="button" onClick={act}>
          {action}
        </button>
      )}
      {children}
    </div>
  );
}
