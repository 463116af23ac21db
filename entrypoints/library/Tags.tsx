import { TagTable } from '../../components/manage/TagTable';
import { colourOf } from '../../components/tagbox/Tag';
import type { App } from './app';
import { setTagColour } from './tag-colours';

/** All tags and what can be done with them. */
export function Tags({ app: { shelf, deeds } }: { app: App }) {
  const rename = (tag: string, to: string) => {
    if (!colourOf(to)) setTagColour(to, colourOf(tag));
    void deeds.retag(tag, to);
  };
  return <TagTable inUse={shelf.inUse.value} rename={rename} remove={(tag) => void deeds.retag(tag)} setColour={setTagColour} />;
}
