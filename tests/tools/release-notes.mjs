// Prints what the changelog says of a tag (`v1.2.3`), for a release; fails when package.json or the changelog do not know that version.
import { readFileSync } from 'node:fs';
import { Problem, tool } from './ensure.mjs';

await tool(() => {
  const tag = process.argv[2] ?? '';
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  if (tag !== `v${version}`) throw new Problem(`The tag is ${tag || 'missing'}, package.json says ${version}.`);
  const section = readFileSync('CHANGELOG.md', 'utf8')
    .split(/^## /m)
    .find((each) => each.split('\n', 1)[0]?.trim() === version);
  if (!section) throw new Problem(`CHANGELOG.md has no section "## ${version}".`);
  console.log(section.slice(section.indexOf('\n')).trim());
});
