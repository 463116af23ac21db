import { expect, it } from 'vitest';
import { dateText } from '../../../components/wording/dates';

it.each([
  ['2026-03-14T10:30+02:00', '14 Mar 2026, 10:30'],
  ['2026-03-14T10:30', '14 Mar 2026, 10:30'],
  ['2026-03-14', '14 Mar 2026'],
  ['2026-03', 'Mar 2026'],
  ['2026', '2026'],
  ['2026-02-30', ''],
  ['2026-13', ''],
  ['soon', ''],
  [undefined, ''],
])('%s reads "%s"', (iso, text) => expect(dateText(iso, 'en-GB')).toBe(text));
