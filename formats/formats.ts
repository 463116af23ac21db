import type { About, Format, Reader, Writer } from './format';

/**
 * The folder is the registry, the file name is the id. The query makes a second module of each file, of which the build keeps only the
 * default export: menus and recognition cost a few hundred bytes a format, and `load` fetches the rest.
 */
const abouts = import.meta.glob<About>(['./*.ts', '!./format.ts', '!./formats.ts'], { eager: true, import: 'default', query: '?about' });
const modules = import.meta.glob<Partial<Writer & Reader>>(['./*.ts', '!./format.ts', '!./formats.ts']);

export const FORMATS: ReadonlyMap<string, Format> = new Map(
  Object.entries(modules).flatMap(([path, load]) => {
    const about = abouts[path] ?? abouts[`${path}?about`];
    const id = path.replace(/^.*\/|\.ts$/g, '');
    return about ? [[id, { ...about, id, load }] as const] : [];
  }),
);

/** The formats a list can be exported to, in the order of their names. */
export const OUTPUTS: readonly Format[] = [...FORMATS.values()]
  .filter(({ ways }) => ways !== 'in')
  .sort((one, other) => one.label.localeCompare(other.label, 'en'));

/** The format of a file by its first `HEAD` characters; the name only breaks ties. */
export function recognise(head: string, name: string): Format | undefined {
  return [...FORMATS.values()].find((format) => format.recognises?.(head, name));
}

/** The writer of a format; rejects for an id that is not there or only reads. */
export async function writerOf(id: string): Promise<Writer['write']> {
  const { write } = (await FORMATS.get(id)?.load()) ?? {};
  if (!write) throw new Error(`talkshelf: no format "${id}" to write`);
  return write;
}
