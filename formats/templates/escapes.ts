import { orgText } from '../text/escape';
import { markdownAddress, markdownText } from '../text/markdown';
import { xmlText } from '../text/xml';

/** An address in a view: escaped otherwise than text, because it has to stay one. Has passed `safeUrl`. */
export class Address {
  constructor(private readonly url: string) {}

  toString(): string {
    return this.url;
  }
}

/** How a text, and how an address, stands in one kind of markup. */
function escape(ofText: (text: string) => string, ofAddress: (url: string) => string): (value: unknown) => string {
  return (value) => (value instanceof Address ? ofAddress(value.toString()) : ofText(typeof value === 'string' ? value : String(value)));
}

function encoded(marks: RegExp): (url: string) => string {
  return (url) => url.replace(marks, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

/** Kinds of markup that a template's fields can be put into. */
export const ESCAPES = {
  none: escape(
    (text) => text,
    (url) => url,
  ),
  markdown: escape(markdownText, markdownAddress),
  html: escape(xmlText, xmlText),
  // Slack, 2026-11: three characters are its markup, and a bar parts address and text
  slack: escape((text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replaceAll('|', '¦'), encoded(/[|<>]/g)),
  // Jira's wiki markup, 2026-11
  jira: escape((text) => text.replace(/[\\{}[\]|*_^~+!#?-]/g, '\\$&').replace(/\s+/g, ' '), encoded(/[[\]|{}\\]/g)),
  // Brackets cannot stand in the text of an Org link
  org: escape((text) => orgText(text).replaceAll('[', '(').replaceAll(']', ')'), encoded(/[[\]\\]/g)),
} as const;

export type Escape = keyof typeof ESCAPES;
