import { useEffect, useMemo } from 'preact/hooks';
import { SearchChips } from '../../components/manage/SearchChips';
import type { App } from '../library/app';
import { Searches } from '../library/searches';
import { SyncTrouble } from './SyncTrouble';

/** What is there for some people only: where sync needs somebody, and the searches somebody keeps. */
export function Kept({ app }: { app: App }) {
  const { shelf } = app;
  const searches = useMemo(() => new Searches(shelf), [shelf]);
  useEffect(() => void searches.load(), [searches]);
  const names = searches.kept.value.map(({ name }) => name);
  return (
    <>
      <SyncTrouble app={app} />
      {names.length > 0 && <SearchChips names={names} open={searches.open} clear={shelf.clear} />}
    </>
  );
}
