import { aroundContent } from '../content';
import { linesWithAsides, type Line } from '../lines';
import type { Page } from '../page';
import { labelled, labelOf, type Label } from './labels';

/** A labelled field: "Speaker: Ana Lima", or a heading "Speakers" with the lines under it. */
export interface Field {
  label: Label;
  lines: readonly Line[];
  /** The value where it stands on the label's own line, else the first line under it. */
  text: string;
  /** Where its label stands among the lines of the page. */
  at: number;
}

/** A talk page as a list of lines, with the labelled fields among them. */
export interface Sheet {
  page: Page;
  root: Element;
  /** Lines of the page's content; lists of other talks are left out. */
  lines: readonly Line[];
  fields: readonly Field[];
}

/** Lines under a label that is no heading. */
const MOST_UNDER_LABEL = 12;
const MOST_UNDER_HEADING = 60;

export function sheetOf(page: Page): Sheet {
  const lines = withoutElsewhere(linesWithAsides(page));
  return { page, root: aroundContent(page), lines, fields: fieldsIn(lines) };
}

/** The first field with one of the labels. */
export function fieldOf(sheet: Sheet, ...labels: Label[]): Field | undefined {
  for (const label of labels) {
    const found = sheet.fields.find((field) => field.label === label);
    if (found) return found;
  }
  return undefined;
}

/** Class and id of an element and the three above it, in lower case. */
export function hintsOf(element: Element | null): string {
  let hints = '';
  for (
    let depth = 0;
    element && depth < 3 && !/^(?:body|main|html)$/.test(element.localName);
    depth += 1, element = element.parentElement
  ) {
    const own = `${element.getAttribute('class') ?? ''} ${element.id}`;
    if (own.length < 200) hints += ` ${own}`;
  }
  return hints.toLowerCase();
}

/** "More talks", "This speaker also appears in": what stands under such a label belongs to other talks, or to no talk. */
function withoutElsewhere(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  let skipping: Line | undefined;
  for (const line of lines) {
    if (skipping && ends(skipping, line)) skipping = undefined;
    if (!skipping && labelOf(line.text) === 'elsewhere') skipping = line;
    if (!skipping) kept.push(line);
  }
  return kept;
}

/** Whether a line no longer stands under a label: a heading as high, or, under a label in the text, what is not deeper in a list. */
function ends(label: Line, line: Line): boolean {
  if (isHeading(label)) return isHeading(line) && line.level <= label.level;
  return isHeading(line) || line.depth <= label.depth;
}

export function isHeading(line: Line): boolean {
  return line.level >= 1 && line.level <= 6;
}

function fieldsIn(lines: readonly Line[]): Field[] {
  const fields: Field[] = [];
  for (const [at, line] of lines.entries()) {
    const whole = labelOf(line.text);
    if (whole && !isResource(whole, line)) {
      const under = linesUnder(lines, at);
      if (under[0]) fields.push({ label: whole, lines: under, text: under[0].text, at });
      continue;
    }
    const part = line.text.length < 400 ? labelled(line.text) : undefined;
    if (part) fields.push({ label: part.label, lines: [line], text: part.value, at });
  }
  return fields;
}

/** A link that is called "Slides" is the slides, not a label for what follows. */
function isResource(label: Label, line: Line): boolean {
  return /^(?:slides|video|links)$/.test(label) && line.links[0]?.text === line.text;
}

function linesUnder(lines: readonly Line[], at: number): Line[] {
  const label = lines[at];
  const under: Line[] = [];
  if (!label) return under;
  const most = isHeading(label) ? MOST_UNDER_HEADING : MOST_UNDER_LABEL;
  for (const line of lines.slice(at + 1, at + 1 + most)) {
    if (labelOf(line.text) || (isHeading(line) && (!isHeading(label) || line.level <= label.level))) break;
    under.push(line);
  }
  return under;
}
