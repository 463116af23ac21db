/** The notices that ship are those of what is bundled: `npm run licences` after a change of dependencies. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FILE, licences } from '../../tools/licences.mjs';

it('name every bundled package with its licence', () => {
  expect(readFileSync(FILE, 'utf8')).toBe(licences());
});
