import { i18n } from '#i18n';
import { kept } from './kept';

/**
 * The BCP 47 tag of the language the texts are in, for Intl and the page's `lang`: that of the texts really shown, which is English where the
 * browser speaks a language we do not; the browser's own region of it where it names one.
 */
export function locale(): string {
  return kept('locale', shownLocale);
}

function shownLocale(): string {
  const language = i18n.t('language');
  return navigator.languages.find((tag) => tag.split('-')[0] === language.split('-')[0]) ?? language;
}

/** How text of that language runs. */
export function direction(): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur)\b/.test(i18n.t('language')) ? 'rtl' : 'ltr';
}

/** A whole number as people of this language write it. */
export function numberText(value: number): string {
  const language = locale();
  return kept(`number ${language}`, () => new Intl.NumberFormat(language)).format(value);
}

/** A number for the lines of a chart: "20K". */
export function shortNumberText(value: number): string {
  const language = locale();
  return kept(`compact ${language}`, () => new Intl.NumberFormat(language, { notation: 'compact' })).format(value);
}

/** A size in bytes, in the unit in which it is easily read: "1.2 MB". */
export function bytesText(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  const format = { style: 'unit', unit: units[step], unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale(), format).format(bytes / 1000 ** step);
}

/** The name of a language, by its BCP 47 tag: "Japanese". */
export function languageText(tag: string): string {
  const language = locale();
  try {
    return kept(`language ${language}`, () => new Intl.DisplayNames(language, { type: 'language' })).of(tag) ?? tag;
  } catch {
    // What a page gives as its language need not be one.
    return tag;
  }
}
