import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { linkKind, linksIn } from '../../../extractors/links';
import { pageOf } from '../../../extractors/page';

describe('linkKind', () => {
  it.each([
    ['https://youtu.be/abcdefghijk', '', 'video'],
    ['https://www.youtube.com/@somebody', 'YouTube', 'other'],
    ['https://speakerdeck.com/ana/sorting', '', 'slides'],
    ['https://docs.google.com/presentation/d/1/edit', '', 'slides'],
    ['https://docs.google.com/spreadsheets/d/1', '', 'other'],
    ['https://github.com/ana/sorting', '', 'code'],
    ['https://github.com/ana/sorting/blob/main/slides.pdf', 'slides', 'slides'],
    ['https://ana.example/sorting.pdf', '', 'slides'],
    ['https://ana.example/talk', 'Folien', 'slides'],
    ['https://ana.example/talk.mp4', 'download', 'video'],
    ['https://cdn.example/e1.mp3', '', 'audio'],
    ['https://www.meetup.com/a/events/1/', '', 'rsvp'],
    ['https://ana.example/', 'my blog', 'other'],
    ['mailto:ana@ana.example', 'slides', 'other'],
  ])('%s "%s" is %s', (url, label, kind) => expect(linkKind(url, label)).toBe(kind));
});

describe('linksIn', () => {
  it('gives safe absolute links and leaves out navigation, social and sponsor links', () => {
    const { document } = parseHTML(`<html><body><nav><a href="/schedule">Schedule</a></nav><main>
      <a href="files/s.pdf">Slides</a> <a href="javascript:alert(1)">x</a> <a href="#top">up</a> <a href="https://x.com/ana">@ana</a>
      <iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe> <iframe src="https://ads.example/"></iframe>
      <div class="sponsors"><a href="https://acme.example/">ACME</a></div></main></body></html>`);
    const page = pageOf(document, 'https://conf.example/talks/1');
    expect(linksIn(page.doc.body, page)).toEqual([
      { url: 'https://conf.example/talks/files/s.pdf', kind: 'slides', label: 'Slides' },
      { url: 'https://www.youtube.com/embed/abcdefghijk', kind: 'video' },
    ]);
  });
});
