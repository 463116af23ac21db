// Invented talks of invented people at invented events, for screenshots and for tests that look at the views.

/** @typedef {import('../../core/talk').TalkDraft} TalkDraft */

/** @type {[title: string, speaker: string, event: string, starts: string, tags: string, links: string][]} */
const TALKS = [
  ['Reading Compilers for Pleasure', 'Noor Haverkamp', 'Borealis 26', '2026-03-14T10:30', 'compilers', 'video slides'],
  ['Small Databases, Long Lives', 'Ilse Tromp', 'Borealis 26', '2026-03-14T11:30', 'databases local-first', 'video slides code'],
  ['What the Scheduler Knows', 'Tomasz Wilk', 'Kernel Evenings', '2026-02-03T19:00', 'linux', 'slides'],
  ['Ten Years of One CSS File', 'Amara Okoye', 'Stylewright 2025', '2025-11-20', 'css frontend', 'video'],
  ['Accessible by Accident, Broken on Purpose', 'Jun Akiyama', 'Stylewright 2025', '2025-11-21', 'a11y frontend', 'video slides'],
  ['A Gentle Tour of Merge Conflicts', 'Petra Lindqvist', 'Pull Request Days', '2026-01-17', 'git', 'video'],
  ['Clocks That Disagree', 'Mateus Farias', 'Distributed Lisbon', '2026-05-09T09:15', 'distributed sync', 'video slides code'],
  ['Offline Is Not an Error', 'Ilse Tromp', 'Distributed Lisbon', '2026-05-09T11:00', 'local-first sync', 'video'],
  ['The Type That Was Not There', 'Wren Castellanos', 'Typed Tuesday', '2026-04-07T18:30', 'typescript', 'slides code'],
  ['How to Delete Code You Are Proud Of', 'Samir Haddad', 'Borealis 26', '2026-03-15T09:30', 'craft', 'video'],
  ['Twelve Ways to Lose a Write', 'Mateus Farias', 'Storage Summit', '2025-10-02', 'databases', 'video slides'],
  ['Fonts Are Programs', 'Yuki Brandt', 'Stylewright 2025', '2025-11-20', 'frontend fonts', 'slides'],
  ['A Debugger for the Rest of Us', 'Noor Haverkamp', 'Kernel Evenings', '2026-06-02T19:00', 'tools linux', 'video'],
  ['Unicode at Breakfast', 'Leila Moradi', 'Text & Bytes', '2026-09-12', 'unicode', 'video slides'],
];

/** @param {string} kind @param {string} slug */
function link(kind, slug) {
  return { kind, url: `https://${kind}.example/${slug}`, label: '' };
}

/** @type {{draft: TalkDraft, tags: string[]}[]} */
export const SAMPLE = TALKS.map(([title, name, event, starts, tags, links]) => {
  const slug = title.toLowerCase().replace(/[^a-z]+/g, '-');
  return {
    tags: tags.split(' '),
    draft: /** @type {TalkDraft} */ ({
      title,
      kind: 'talk',
      speakers: [{ name }],
      event: { name: event },
      starts,
      abstract: `${title}: what we tried, what broke, and what stayed. With examples that fit on one slide, and time for questions.`,
      language: 'en',
      links: links.split(' ').map((kind) => link(kind, slug)),
      source: {
        url: `https://talks.example/${slug}`,
        title: `${title} | ${event}`,
        extractor: 'talk-page',
        capturedAt: '2026-11-01T08:00:00.000Z',
      },
    }),
  };
});
