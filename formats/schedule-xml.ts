import type { About, Imported, ReadOptions } from './format';

export default {
  label: 'Schedule (pretalx, frab; XML)',
  extension: 'xml',
  mime: 'application/xml',
  ways: 'in',
  recognises: (head) => /<schedule[\s>]/.test(head) && /<conference[\s>]/.test(head),
} satisfies About;

export async function* read(text: AsyncIterable<string>, options: ReadOptions): AsyncIterable<Imported> {
  const [{ readMarkup }, { Sessions }] = await Promise.all([import('./input/markup'), import('./input/sessions')]);
  yield* readMarkup(text, 'xml', new Sessions(options));
}
