import { TagTable } from '../../components/manage/TagTable';
import type { App } from './app';

/** All tags and what can be done with them. */
export function Tags({ app: { shelf, deeds } }: { app: App }) {
  return <TagTable inUse={shelf.inUse.value} rename={(tag, to) => void deeds.retag(tag, to)} remove={(tag) => void deeds.retag(tag)} />;
}
