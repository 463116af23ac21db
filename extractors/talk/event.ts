import { foldTitle } from '../../core/fold';
import type { EventRef } from '../../core/talk';
import { dayInYear } from '../dates/day';
import { metaOf, textOf } from '../page';
import { fieldOf, type Sheet } from './sheet';
import { looksLikeEvent, titleParts } from './title';

const GENERIC = /^(?:pretalx|frab|talks?|schedule|programm?e?|home|speakers?|sessions?|videos?|events?|presentation|議程|.*\bby\b.*)$/i;
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/;
const BRAND =
  '[class*=logo-text], a[href="/"], header a[href="/"], header h1, .navbar-brand, .brand-logo, .logo, #header h1, [class*=logo] a, .project-name, h1.sr-only';

/** The event a talk belongs to: a labelled field, else what the page's title, its site name and its head line call it. */
export function eventOf(sheet: Sheet, title: string, speakers: readonly string[]): EventRef | undefined {
  const field = fieldOf(sheet, 'event');
  if (field && field.text.length < 120) {
    const url = field.lines[0]?.links[0]?.url;
    return { name: field.text, ...(url && { url }) };
  }
  const fitting = [siteName(sheet), ...brands(sheet), ...titleParts(sheet.page)].filter((name) => fits(name, title, speakers));
  const [dated, named] = [fitting.filter(hasDay), fitting.filter((one) => !hasDay(one))];
  const name = named.find((one) => looksLikeEvent(one) && YEAR.test(one)) ?? [...named, ...dated].find(looksLikeEvent) ?? named.at(-1);
  return name ? { name: spaced(name) } : undefined;
}

/** "Vienna, May 4-6 2026" says when, not what. */
function hasDay(name: string): boolean {
  return dayInYear(name, '2000') !== undefined;
}

/** "ExampleConf2026" as people write it, with a space before the year; Japanese and Chinese names have none. */
function spaced(name: string): string {
  return name.replace(/(?<=[A-Za-z])(?=(?:19|20)\d{2}(?!\d))/g, ' ').replace(/(?<=[\u3040-\u9fff])\s+(?=(?:19|20)\d{2}(?!\d))/g, '');
}

function siteName({ page }: Sheet): string {
  return metaOf(page.doc, 'og:site_name', 'application-name') ?? '';
}

function brands({ page }: Sheet): string[] {
  return [...page.doc.querySelectorAll(BRAND)].slice(0, 6).map(textOf);
}

function fits(name: string, title: string, speakers: readonly string[]): boolean {
  if (name.length < 3 || name.length > 90 || GENERIC.test(name)) return false;
  const [key, talk] = [foldTitle(name), foldTitle(title)];
  return key !== '' && !key.includes(talk) && !talk.includes(key) && !speakers.some((speaker) => key.includes(foldTitle(speaker)));
}
