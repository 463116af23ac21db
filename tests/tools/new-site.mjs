// Starts the file of a new site with its fixtures and a red test to fill in:
//   npm run new:site -- <id> <host>        for instance: npm run new:site -- harbor-talks talks.harbor.example
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [id = '', host = ''] = process.argv.slice(2);
if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) || !/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/.test(host)) {
  console.error(
    'usage: npm run new:site -- <id> <host>\n  id: small letters, digits and dashes; host: without www., for instance talks.example.org',
  );
  process.exit(2);
}
const file = join('extractors/sites', `${id}.ts`);
const folder = join('tests/fixtures/extractors/sites', id);
if (existsSync(file) || existsSync(folder)) {
  console.error(`${file} or ${folder} is there already; nothing was written`);
  process.exit(1);
}

const month = new Date().toISOString().slice(0, 7);
const address = `https://${host}/talks/slow-bridges`;

const SITE = `import type { Site } from '../finding';
import { isoTime } from '../instants';
import { linksIn } from '../links';
import { attribute, oneTalk, pathOf, peopleIn, proseIn, said } from '../site-parts';

/** ${host}, seen ${month}. Say here what one must know about the site: traps, and why generic reading is not enough. */
const site: Site = {
  hosts: ['${host}'],
  read(page) {
    const { doc } = page;
    // Which addresses are talks? All others are left alone.
    if (!/^\\/talks\\/[^/]+$/.test(pathOf(page))) return null;
    const title = said(doc, 'main h1');
    if (!title) return undefined;
    const event = said(doc, '.event');
    const resources = doc.querySelector('.resources');
    return oneTalk({
      title,
      speakers: peopleIn(doc, '.speaker', page),
      event: event ? { name: event } : undefined,
      starts: isoTime(attribute(doc, 'time', 'datetime')),
      location: said(doc, '.room'),
      abstract: proseIn(doc, '.abstract', page),
      links: resources ? linksIn(resources, page) : [],
    });
  },
};

export default site;
`;

const TALK = `<!doctype html>
<html lang="en">
  <head>
    <title>Slow Bridges</title>
  </head>
  <body>
    <!-- Write here a page about an invented talk in the structure of a real one. Never paste somebody's page. -->
    <main>
      <h1>Slow Bridges</h1>
    </main>
  </body>
</html>
`;

const OTHER = `<!doctype html>
<html lang="en">
  <head>
    <title>About us</title>
  </head>
  <body>
    <!-- Write here a page of the same site on which no talk is, best one that could be taken for a talk. -->
    <main><h1>About us</h1></main>
  </body>
</html>
`;

/** What the talk's page must give: red until fixture and site file agree with it. */
const READING = {
  kind: 'talk',
  title: 'Slow Bridges',
  links: [],
  talks: [
    {
      title: 'Slow Bridges',
      kind: 'talk',
      speakers: [{ name: 'Ana Lima' }],
      starts: '2026-05-04T10:00',
      location: 'Room 1',
      event: { name: 'Harbor Days 2026' },
      abstract: 'What the page says about the talk.',
      links: [{ url: `https://${host}/slow-bridges.pdf`, kind: 'slides', label: 'Slides' }],
    },
  ],
};

mkdirSync(folder, { recursive: true });
writeFileSync(file, SITE);
writeFileSync(join(folder, 'talk.html'), TALK);
writeFileSync(join(folder, 'talk.json'), json({ url: address, reading: READING }));
writeFileSync(join(folder, 'about.html'), OTHER);
writeFileSync(join(folder, 'about.json'), json({ url: `https://${host}/about`, reading: null }));
console.log(`written: ${file}, ${folder}/{talk,about}.{html,json}
next:    npx vitest run tests/unit/extractors/sites.test.ts -t '${id}'    (red until the talk's page gives what talk.json says)
         CONTRIBUTING.md, "A new site", has the rest`);

/** @param {unknown} value */
function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
