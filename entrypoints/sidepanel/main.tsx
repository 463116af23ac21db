import { i18n } from '#i18n';
import { Deeds } from '../library/deeds';
import { start } from '../library/start';
import { ToastRack } from '../library/toasts';
import { followPage } from './follow';
import { Panel } from './panel';
import { SidePanel } from './SidePanel';

const toasts = new ToastRack();
const panel = new Panel(toasts, new Deeds(toasts));

start(<SidePanel panel={panel} toasts={toasts} />, i18n.t('panel.title'));
void panel.loadDefaults();
void followPage(
  (tabId) => void panel.show(tabId),
  () => (panel.state.peek() === 'found' ? panel.url.peek() : ''),
);
// What was written last must not be lost with the panel.
addEventListener('pagehide', () => void panel.note.flush());
