import { i18n } from '#i18n';
import { NoticingState } from '../library/noticing';
import { start } from '../library/start';
import { Welcome } from './Welcome';

const noticing = new NoticingState();
start(<Welcome noticing={noticing} />, `${i18n.t('welcome.heading')} · ${i18n.t('extensionName')}`);
void noticing.load();
