import type { Line } from '../lines';

/** A heading with what stands below it. */
export interface Section {
  heading: Line;
  /** 1 to 6, or 7 for a line wholly in bold. */
  level: number;
  /** Lines up to the next heading of any level. */
  own: Line[];
  /** Lines up to the next heading of the same or a higher level. */
  all: Line[];
  /** The nearest heading above that this one is under. */
  parent?: Section;
}

/** The sections of a page in order; lines before the first heading belong to none. */
export function sectionsOf(lines: readonly Line[]): Section[] {
  const sections: Section[] = [];
  const open: Section[] = [];
  for (const line of lines) {
    if (line.level > 0) {
      while ((open.at(-1)?.level ?? 0) >= line.level) open.pop();
      for (const above of open) above.all.push(line);
      const section: Section = { heading: line, level: line.level, own: [], all: [] };
      const parent = open.at(-1);
      if (parent) section.parent = parent;
      sections.push(section);
      open.push(section);
    } else {
      open.at(-1)?.own.push(line);
      for (const above of open) above.all.push(line);
    }
  }
  return sections;
}
