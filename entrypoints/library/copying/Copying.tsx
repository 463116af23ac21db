import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type CopyChoice, CopyDialog } from '../../../components/copy/CopyDialog';
import { numberText } from '../../../components/wording/locale';
import type { Talk } from '../../../core/talk';
import { renderTalk } from '../../../formats/templates/template';
import { readSetting, writeSetting } from '../../../storage/settings';
import type { App } from '../app';
import { everyTemplate } from '../templates/kept';

interface Choice extends CopyChoice {
  isHtml: boolean;
}

/** Asks how some talks are to be copied, and copies them. */
export function Copying({ app, talks }: { app: App; talks: readonly Talk[] }) {
  const [choices, setChoices] = useState<readonly Choice[]>();
  const [last, setLast] = useState<string>();
  useEffect(() => {
    void Promise.all([everyTemplate(), readSetting('copyAs')]).then(([entries, copyAs]) => {
      setLast(copyAs);
      setChoices(
        entries.map(({ id, label, template }) => {
          const text = talks.map((talk) => renderTalk(template, talk).replace(/(?<!\n)\n+$/, '')).join('\n');
          return { id, label, text, isHtml: template.escape === 'html' };
        }),
      );
    });
  }, [talks]);
  if (!choices) return null;
  const close = () => (app.copying.value = undefined);
  const copy = async ({ id, label, text }: CopyChoice) => {
    if (
      !(await written(
        text,
        choices.some((choice) => choice.id === id && choice.isHtml),
      ))
    )
      return false;
    close();
    await writeSetting('copyAs', id);
    app.toasts.add({ text: i18n.t('count.copied', talks.length, [numberText(talks.length), label]) });
    return true;
  };
  return <CopyDialog choices={choices} first={last} copy={copy} close={close} />;
}

/** HTML goes along as such too: an editor for rich text pastes a link, one for code its source. @returns whether the browser let it */
async function written(text: string, isHtml: boolean): Promise<boolean> {
  try {
    const types = isHtml ? ['text/plain', 'text/html'] : ['text/plain'];
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(types.map((type) => [type, new Blob([text], { type })])))]);
    return true;
  } catch (error) {
    console.warn('talkshelf: the browser did not allow copying', error);
    return false;
  }
}
