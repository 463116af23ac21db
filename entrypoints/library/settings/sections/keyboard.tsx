import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import { KeyList } from '../../../../components/KeysDialog';
import type { Section } from '../section';

export default { place: 40, heading: () => i18n.t('settings.keyboard'), View: Keyboard } satisfies Section;

interface BrowserKey {
  name: string;
  keys: string;
}

/** The keys of the browser's own list, as they are set there now, and those of our views. */
function Keyboard() {
  return (
    <>
      <h4 class="label">{i18n.t('settings.browserKeys')}</h4>
      <BrowserKeys />
      {openShortcuts ? (
        <p>
          <button type="button" class="button" onClick={openShortcuts}>
            {i18n.t('settings.keysChange')}
          </button>
        </p>
      ) : (
        <p class="help">{i18n.t('settings.keysFirefox')}</p>
      )}
      <h4 class="label">{i18n.t('settings.ownKeys')}</h4>
      <KeyList />
    </>
  );
}

function BrowserKeys() {
  const [keys, setKeys] = useState<readonly BrowserKey[]>([]);
  useEffect(() => void browserKeys().then(setKeys), []);
  return (
    <dl class="keys">
      {keys.map(({ name, keys: pressed }) => (
        <div key={name}>
          <dt>{pressed ? <kbd>{pressed}</kbd> : <span class="quiet-text">{i18n.t('settings.keyNone')}</span>}</dt>
          <dd>{name}</dd>
        </div>
      ))}
    </dl>
  );
}

async function browserKeys(): Promise<BrowserKey[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name, description, shortcut }) => ({
    name: name === '_execute_action' ? i18n.t('command.popup') : (description ?? name ?? ''),
    keys: shortcut ?? '',
  }));
}

/** The browser's own page for keys, where an extension may open it: Firefox from 137 on through its API. */
const openShortcuts = shortcutsPage();

function shortcutsPage(): (() => void) | undefined {
  const { commands } = browser as unknown as { commands: { openShortcutSettings?: () => Promise<void> } };
  if (commands.openShortcutSettings) return () => void commands.openShortcutSettings?.();
  return import.meta.env.FIREFOX ? undefined : () => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
