import { signal } from '@preact/signals';
import { fold } from '../../core/fold';
import type { TagColour, TagColours } from '../../core/tag-colours';

/** The colours of the tags, for every view that shows one; the entrypoint fills it. */
export const tagColours = signal<TagColours>(new Map());

export function colourOf(tag: string): TagColour | undefined {
  return tagColours.value.size > 0 ? tagColours.value.get(fold(tag)) : undefined;
}

/** A tag as it is shown everywhere. */
export function Tag({ tag }: { tag: string }) {
  return (
    <span class="tag" dir="auto" data-colour={colourOf(tag)}>
      {tag}
    </span>
  );
}
