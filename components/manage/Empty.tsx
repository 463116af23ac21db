import { Icon, type IconName } from '../Icon';

/** A part of the library with nothing in it, and what would be there. */
export function Empty({ icon, text, help }: { icon: IconName; text: string; help: string }) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <p class="empty-text">{text}</p>
      <p class="quiet-text">{help}</p>
    </div>
  );
}
