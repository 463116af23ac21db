import { fold } from './fold';
import { LIMITS } from './talk';

/** The colours that a tag can have beside the usual one. */
export const TAG_COLOURS = ['blue', 'violet', 'pink', 'red', 'amber', 'grey'] as const;
export type TagColour = (typeof TAG_COLOURS)[number];

/** Colours by folded tag. A map of its own, so that no tag means a member that every object has. */
export type TagColours = ReadonlyMap<string, TagColour>;

/** More are not kept: nobody tells hundreds of coloured tags apart. */
export const MOST_COLOURED = 500;

/** The colours in what is kept or came with a backup, an object of colours by tag; whatever is none is left out. */
export function tagColoursIn(value: unknown): TagColours {
  if (typeof value !== 'object' || value === null) return new Map();
  const found = Object.entries(value).flatMap(([tag, named]) => {
    const colour = TAG_COLOURS.find((each) => each === named);
    return colour && tag.length <= LIMITS.tag ? [[fold(tag), colour] as const] : [];
  });
  return new Map(found.slice(0, MOST_COLOURED));
}

/** The colours with another one for a tag, or the usual one where none is given. */
export function coloured(colours: TagColours, tag: string, colour: TagColour | undefined): TagColours {
  const others = [...colours].filter(([name]) => name !== fold(tag));
  return new Map(colour ? [...others, [fold(tag), colour] as const] : others);
}
