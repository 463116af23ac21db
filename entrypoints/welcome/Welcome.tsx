import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { browser } from 'wxt/browser';
import { NoticingChoiceView } from '../../components/settings/NoticingChoiceView';
import { FindPicture, NoticePicture, SavePicture } from '../../components/welcome/pictures';
import type { NoticingState } from '../library/noticing';

const LIBRARY = browser.runtime.getURL('/library.html');

/** What opens once, after the extension was installed: what it does, what it may see, and how to bring talks along. */
export function Welcome({ noticing }: { noticing: NoticingState }) {
  return (
    <>
      <header class="bar">
        <h1>{i18n.t('extensionName')}</h1>
        <a class="primary" href={LIBRARY}>
          {i18n.t('welcome.open')}
        </a>
      </header>
      <main>
        <h2 class="lead">{i18n.t('welcome.heading')}</h2>
        <p class="lead-text">{i18n.t('welcome.lead')}</p>
        <ol class="pictures">
          <Step picture={<NoticePicture />} heading={i18n.t('welcome.notice')} text={i18n.t('welcome.noticeText')} />
          <Step picture={<SavePicture />} heading={i18n.t('welcome.save')} text={i18n.t('welcome.saveText')} />
          <Step picture={<FindPicture />} heading={i18n.t('welcome.find')} text={i18n.t('welcome.findText')} />
        </ol>
        <Part heading={i18n.t('welcome.choice')}>
          <Choice noticing={noticing} />
        </Part>
        <Part heading={i18n.t('welcome.bring')}>
          <p>
            {i18n.t('welcome.importText')} <a href={`${LIBRARY}#/import`}>{i18n.t('welcome.import')}</a>
          </p>
          <p>
            {i18n.t('welcome.syncText')} <a href={`${LIBRARY}#/sync`}>{i18n.t('welcome.sync')}</a>
          </p>
        </Part>
        <p class="quiet-text">
          {i18n.t('welcome.reversible')} <a href={`${LIBRARY}#/settings`}>{i18n.t('places.settings')}</a>
        </p>
      </main>
    </>
  );
}

function Choice({ noticing }: { noticing: NoticingState }) {
  return (
    <NoticingChoiceView
      mode={noticing.choice.value.mode}
      setMode={(mode) => void noticing.setMode(mode)}
      refused={noticing.refused.value}
    />
  );
}

function Step({ picture, heading, text }: { picture: ComponentChildren; heading: string; text: string }) {
  return (
    <li>
      {picture}
      <h3>{heading}</h3>
      <p>{text}</p>
    </li>
  );
}

function Part({ heading, children }: { heading: string; children: ComponentChildren }) {
  return (
    <section class="welcome-part">
      <h3>{heading}</h3>
      {children}
    </section>
  );
}
