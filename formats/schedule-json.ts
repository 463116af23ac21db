import type { About, Imported, ReadOptions } from './format';

export default {
  label: 'Schedule (pretalx, frab; JSON)',
  extension: 'json',
  mime: 'application/json',
  ways: 'in',
  recognises: (head) => /^\ufeff?\s*\{/.test(head) && /"schedule"\s*:\s*\{/.test(head) && /"conference"\s*:\s*\{/.test(head),
} satisfies About;

export async function* read(text: AsyncIterable<string>, options: ReadOptions): AsyncIterable<Imported> {
  const { readScheduleJson } = await import('./input/schedule-json');
  yield* readScheduleJson(text, options);
}
