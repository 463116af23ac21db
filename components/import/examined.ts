import type { Refusal } from '../../formats/input/refusal';

/** How many talks of a file are new, there already, and there otherwise. */
export interface Told {
  added: number;
  saved: number;
  changed: number;
  /** The file could not be read to its end. */
  broken?: true;
}

/** A talk in one of the preview's lists. */
export interface Listed {
  title: string;
  file: string;
  /** The fields in which the saved talk differs. */
  differs: readonly string[];
}

/** What a person sees of files before anything of them is written. */
export interface Examined {
  files: readonly (Told & { file: string })[];
  /** The first of each kind. */
  lists: Readonly<Record<'added' | 'saved' | 'changed', readonly Listed[]>>;
  /** The first of what was not taken. */
  refused: readonly (Refusal & { file: string })[];
  /** All that was not taken. */
  refusals: number;
}

/** The talks of the files that are sound, or of all. */
export function sumOf({ files }: Examined, withBroken: boolean): Pick<Told, 'added' | 'saved' | 'changed'> {
  const sum = { added: 0, saved: 0, changed: 0 };
  for (const file of files) {
    if (file.broken && !withBroken) continue;
    sum.added += file.added;
    sum.saved += file.saved;
    sum.changed += file.changed;
  }
  return sum;
}
