import { i18n } from '#i18n';
import { App } from './app';
import { LibraryPage } from './LibraryPage';
import { listenForKeys } from './shortcuts';
import { start } from './start';

const app = new App();
start(<LibraryPage app={app} />, `${i18n.t('library.heading')} · ${i18n.t('extensionName')}`);
app.shelf.open();
listenForKeys(app.run);
