import { i18n } from '#i18n';
import type { Command } from '../../components/keys';
import { focusOn } from './app';
import { askedToRestore } from './backups/address';
import { loadColumns } from './columns';
import { listenForDrops } from './import/dropping';
import { facetsOf } from './facets';
import { followIndex } from './indexed';
import { LibraryApp } from './library-app';
import { LibraryPage } from './LibraryPage';
import { isAsking } from './shelf';
import { listenForKeys } from './shortcuts';
import { start } from './start';
import { followTagColours } from './tag-colours';

const app = new LibraryApp();
const actions = { ...app.actions, select: app.selecting.select };
start(
  <LibraryPage app={app} facets={facetsOf(app.shelf)} actions={actions} />,
  `${i18n.t('library.heading')} · ${i18n.t('extensionName')}`,
);
// The address bar leads here with what was typed there.
app.shelf.ask({ query: new URLSearchParams(location.search).get('q') ?? '' });
app.shelf.open();
app.shelf.needTags();
app.linked.follow();
followIndex(app.shelf);
void app.searches.load();
void followTagColours();
void loadColumns();
// Whoever asks for talks wants to see them, whatever part is shown.
app.shelf.asked.subscribe((asked) => {
  if (isAsking(asked)) location.hash = '#/talks';
});
const wanted = askedToRestore();
if (wanted !== undefined) void import('./backups/restoring').then(({ restoreBackup }) => restoreBackup(app, wanted));
listenForDrops(
  (files) => {
    location.hash = '#/import';
    void app.importing().then((importing) => importing.open(files));
  },
  (drafts) => {
    location.hash = '#/talks';
    void app.saveDropped(drafts);
  },
);
listenForKeys((command, target) => onSelection(command, target) || app.run(command, target));

/** Keys that select, and keys that mean all selected talks while there are some. */
function onSelection(command: Command, target: Element): boolean {
  const current = app.shelf.current();
  if (command === 'select' && current && target.closest('.talks')) app.selecting.select(current, false);
  else if (app.shelf.selection.peek().ids.size === 0) return false;
  else if (command === 'tag') focusOn('bulk-tags');
  else if (command === 'status') focusOn('bulk-status');
  else if (command === 'delete') void app.selecting.remove();
  else if (command === 'copy') void app.selecting.talks().then((talks) => (app.copying.value = talks));
  else return false;
  return true;
}
