import { i18n } from '#i18n';

/** The BCP 47 tag of the language the views are shown in, for Intl and the page's `lang`. */
export function locale(): string {
  return i18n.t('@@ui_locale').replaceAll('_', '-') || 'en';
}

/** A whole number as people of this language write it. */
export function numberText(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}
