import { useEffect, useState } from 'preact/hooks';
import { DuplicateList } from '../../components/manage/DuplicateList';
import type { Talk } from '../../core/talk';
import { duplicates } from '../../storage/duplicates';
import { problemOf } from '../../storage/problem';
import type { App } from './app';

/** Looks the library through when it is opened, and again after every merge and undo. */
export function Duplicates({ app }: { app: App }) {
  const [groups, setGroups] = useState<Talk[][]>();
  const changes = app.deeds.count.value;
  useEffect(() => {
    duplicates().then(setGroups, (error: unknown) => app.fail(problemOf(error)));
  }, [changes]);
  return <DuplicateList groups={groups} merge={(ids) => void app.deeds.merge(ids)} />;
}
