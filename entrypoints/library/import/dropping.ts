import { draftsFromDrop } from '../../../core/dropped-link';
import type { TalkDraft } from '../../../core/talk';

/** Files and links dropped anywhere on the page are taken; the browser would leave the page for them. */
export function listenForDrops(open: (files: readonly File[]) => void, save: (drafts: readonly TalkDraft[]) => void): void {
  document.addEventListener('dragover', (event) => {
    if (holds(event, 'Files') || isLink(event)) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    const { dataTransfer } = event;
    if (!dataTransfer || !(holds(event, 'Files') || isLink(event))) return;
    event.preventDefault();
    if (holds(event, 'Files')) open([...dataTransfer.files]);
    else
      save(
        draftsFromDrop(
          { uris: dataTransfer.getData('text/uri-list'), text: dataTransfer.getData('text/plain'), labels: labelsIn(dataTransfer) },
          new Date(),
        ),
      );
  });
}

/** A field takes what is dropped on it itself. */
function isLink(event: DragEvent): boolean {
  const isField = event.target instanceof HTMLElement && event.target.matches('input, textarea');
  return !isField && (holds(event, 'text/uri-list') || holds(event, 'text/plain'));
}

/** The words of the dragged links. The document is never shown, and runs nothing. */
function labelsIn(dataTransfer: DataTransfer): ReadonlyMap<string, string> {
  const dragged = new DOMParser().parseFromString(dataTransfer.getData('text/html').slice(0, 1_000_000), 'text/html');
  return new Map([...dragged.querySelectorAll('a')].map((link) => [link.href, link.textContent]));
}

function holds({ dataTransfer }: DragEvent, kind: string): boolean {
  return dataTransfer?.types.includes(kind) ?? false;
}
