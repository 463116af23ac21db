import type { Section } from './section';

const modules = import.meta.glob<Section>('./sections/*.tsx', { eager: true, import: 'default' });

/** All sections with their ids, in the order in which they are shown. */
export const SECTIONS: readonly (Section & { id: string })[] = Object.entries(modules)
  .map(([path, section]) => ({ ...section, id: path.replace(/^.*\/|\.tsx$/g, '') }))
  .sort((a, b) => a.place - b.place);
