import { useEffect, useState } from 'preact/hooks';
import { TrashList } from '../../components/manage/TrashList';
import { watch } from '../../storage/live';
import { trashedTalks } from '../../storage/trash';
import type { App } from './app';

const STEP = 100;

/** The deleted talks, live. */
export function Trash({ app }: { app: App }) {
  const [limit, setLimit] = useState(STEP);
  const [found, setFound] = useState<Awaited<ReturnType<typeof trashedTalks>>>();
  useEffect(() => watch(() => trashedTalks(limit), setFound, app.fail), [limit]);
  return found ? <TrashList {...found} restore={(ids) => void app.deeds.restore(ids)} more={() => setLimit(limit + STEP)} /> : null;
}
