import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { SyncTroubleLine } from '../../components/sync/SyncTroubleLine';
import { library } from '../../storage/database';
import { watch } from '../../storage/live';
import { syncTrouble, type SyncTrouble as Trouble } from '../../storage/sync/trouble';
import type { App } from '../library/app';

/** Where sync needs somebody, as long as it does. */
export function SyncTrouble({ app }: { app: App }) {
  const [trouble, setTrouble] = useState<Trouble>();
  useEffect(() => watch(() => syncTrouble(), setTrouble, app.fail, library, ['sync']), []);
  return trouble ? <SyncTroubleLine trouble={trouble} href={browser.runtime.getURL('/library.html#/sync')} /> : null;
}
