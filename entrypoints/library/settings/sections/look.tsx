import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import { Choice } from '../../../../components/settings/Choice';
import { languageText, locale } from '../../../../components/wording/locale';
import { chooseTheme, chosenTheme, type Theme, THEMES } from '../../theme';
import type { Section } from '../section';

export default { place: 30, heading: () => i18n.t('settings.look'), View: Look } satisfies Section;

/** Theme and language. */
function Look() {
  const [theme, setTheme] = useState(chosenTheme);
  const choose = (wanted: Theme) => {
    chooseTheme(wanted);
    setTheme(wanted);
  };
  const options = THEMES.map((value) => ({ value, text: i18n.t(`theme.${value}`) }));
  return (
    <>
      <Choice label={i18n.t('settings.theme')} options={options} value={theme} choose={choose} />
      <div class="labelled">
        <h4 class="label">{i18n.t('settings.language')}</h4>
        <p>{i18n.t('settings.languageIs', [languageText(locale())])}</p>
        {import.meta.env.FIREFOX ? <p class="help">{i18n.t('settings.languageFirefox')}</p> : <OpenLanguages />}
      </div>
    </>
  );
}

function OpenLanguages() {
  return (
    <p>
      <button type="button" class="button" onClick={() => void browser.tabs.create({ url: 'chrome://settings/languages' })}>
        {i18n.t('settings.languageOpen')}
      </button>
    </p>
  );
}
