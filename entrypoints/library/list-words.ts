import { i18n } from '#i18n';
import { linkText, statusText } from '../../components/wording/facts';
import { LINK_KINDS, STATUSES } from '../../core/talk';
import type { Words } from '../../formats/format';

/** The words of exported lists, in the language of the interface. */
export function listWords(): Words {
  return {
    language: i18n.t('language'),
    rest: { event: i18n.t('list.otherTalks'), tag: i18n.t('list.untagged'), month: i18n.t('list.undated') },
    abstract: i18n.t('talk.abstract'),
    status: named(STATUSES, statusText),
    link: named(LINK_KINDS, linkText),
  };
}

function named<T extends string>(names: readonly T[], textOf: (name: T) => string): Record<T, string> {
  return Object.fromEntries(names.map((name) => [name, textOf(name)])) as Record<T, string>;
}
