import type { About, Imported, ReadOptions } from './format';

export default {
  label: 'RubyEvents',
  extension: 'yml',
  mime: 'application/yaml',
  ways: 'in',
  // videos.yml of github.com/rubyevents/rubyevents: a list of talks whose video is named by provider and id.
  recognises: (head) =>
    /^(?:\ufeff?---[^\n]*\n|#[^\n]*\n|[ \t\r]*\n)*-[ \t]+\w+:/.test(head) &&
    /^[ -] (?:video_provider|video_id|raw_title|event_name):/m.test(head),
} satisfies About;

export async function* read(text: AsyncIterable<string>, options: ReadOptions): AsyncIterable<Imported> {
  const { readRubyEvents } = await import('./input/ruby-events');
  yield* readRubyEvents(text, options);
}
