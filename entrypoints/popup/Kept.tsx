import { useEffect, useMemo } from 'preact/hooks';
import { SearchChips } from '../../components/manage/SearchChips';
import type { App } from '../library/app';
import { Searches } from '../library/searches';

/** The searches somebody keeps. */
export function Kept({ shelf }: Pick<App, 'shelf'>) {
  const searches = useMemo(() => new Searches(shelf), [shelf]);
  useEffect(() => void searches.load(), [searches]);
  return <SearchChips names={searches.kept.value.map(({ name }) => name)} open={searches.open} clear={shelf.clear} />;
}
