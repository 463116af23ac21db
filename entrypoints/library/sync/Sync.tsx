import { useEffect, useState } from 'preact/hooks';
import { library } from '../../../storage/database';
import { SYNC_TABLES, watch } from '../../../storage/live';
import type { SyncPlace } from '../../../storage/settings';
import { type SyncOverview, syncOverview } from '../../../storage/sync/overview';
import { keptPlace } from '../../../storage/sync/place';
import type { App } from '../app';
import { SetUp } from './setup';
import { SetUpView } from './SetUpView';
import { Standing } from './Standing';

/** Sync: set it up, or see how it stands. */
export function Sync({ app }: { app: App }) {
  const [place, setPlace] = useState<SyncPlace | null>();
  const [overview, setOverview] = useState<SyncOverview | null>();
  const [setUp, setSetUp] = useState(() => new SetUp());
  const load = () => void keptPlace().then((kept) => setPlace(kept ?? null));
  const begin = () => {
    setSetUp(new SetUp());
    load();
  };
  // Where a damaged database came back empty, the place is still known, and only the passphrase is asked for.
  useEffect(() => void keptPlace().then((kept) => kept && setSetUp(new SetUp(kept))), []);
  useEffect(() => watch(syncOverview, (seen) => setOverview(seen ?? null), app.fail, library, SYNC_TABLES), []);
  // The place is kept after the vault is opened, and forgotten with it.
  useEffect(load, [overview === null, setUp.busy.value]);
  if (place === undefined || overview === undefined) return null;
  if (place && overview && !setUp.sheet.value && !setUp.busy.value)
    return <Standing app={app} place={place} overview={overview} changed={begin} />;
  return <SetUpView setUp={setUp} done={begin} />;
}
