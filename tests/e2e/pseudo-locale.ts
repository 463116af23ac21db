/** A language that nobody speaks, to see the views from right to left: the English texts in Hebrew letters, a third longer. */
import { readFileSync } from 'node:fs';

const LETTERS = 'אבגדהוזחטיכלמנסעפצקרשתםןץ';

/** The texts by their key, as the browser knows them. */
export function rightToLeftTexts(build = '.output/chrome-mv3'): Record<string, string> {
  const messages = JSON.parse(readFileSync(`${build}/_locales/en/messages.json`, 'utf8')) as Record<string, { message: string }>;
  const texts = Object.entries(messages).map(([key, { message }]) => [key, key === 'language' ? 'he' : written(message)]);
  return Object.fromEntries(texts) as Record<string, string>;
}

function written(text: string): string {
  // Forms of a plural stand beside each other, parted by a bar.
  const parts = text.split(' | ').map((part) => `${part} ${'length '.repeat(part.length / 18)}`.trim());
  return parts.join(' | ').replace(/[a-z]/gi, (letter) => LETTERS[letter.toLowerCase().charCodeAt(0) % LETTERS.length] ?? letter);
}

/** Puts the texts in the place of the browser's. Runs in each page of the extension, before its scripts. */
export function pseudoLocale(texts: Record<string, string>): void {
  const { chrome, browser } = globalThis as { chrome?: { i18n?: I18n }; browser?: { i18n?: I18n } };
  for (const i18n of [chrome?.i18n, browser?.i18n]) {
    if (!i18n) continue;
    i18n.getMessage = (key, given = []) => (texts[key] ?? '').replace(/\$(\d)/g, (_, place) => [given].flat()[Number(place) - 1] ?? '');
  }
}

interface I18n {
  getMessage: (key: string, given?: string | string[]) => string;
}
