import { describe, expect, it } from 'vitest';
import type { BackupNote } from '../../../../storage/backup/catalogue';
import { keptOf, withinBytes } from '../../../../storage/backup/rotation';

function note(madeAt: string, databaseId = 'now'): BackupNote {
  return { id: madeAt, madeAt, databaseId, sequence: 1, count: 1, bytes: 10 };
}

/** A backup at noon of each of some days, the last of which is given. */
function daily(days: number, last = '2026-11-20', databaseId = 'now'): BackupNote[] {
  return Array.from({ length: days }, (_, i) => note(new Date(Date.parse(`${last}T12:00Z`) - i * 86_400_000).toISOString(), databaseId));
}

function days(notes: readonly BackupNote[]): string[] {
  return notes.map(({ madeAt }) => madeAt.slice(5, 10));
}

describe('which backups stay', () => {
  it('keeps seven days and the last of four weeks', () => {
    // 15 and 8 November 2026 are Sundays, 1 November too.
    const kept = ['11-20', '11-19', '11-18', '11-17', '11-16', '11-15', '11-14', '11-08', '11-01'];
    expect(days(keptOf(daily(60)))).toEqual(kept);
  });

  it('keeps the last of a day alone', () => {
    const notes = ['08:00', '09:00', '23:59'].map((time) => note(`2026-11-20T${time}:00.000Z`));
    expect(keptOf(notes).map(({ madeAt }) => madeAt)).toEqual(['2026-11-20T23:59:00.000Z']);
  });

  it('does not count days without a backup', () => {
    const rare = [...daily(3, '2026-11-20'), ...daily(4, '2025-01-09')];
    expect(keptOf(rare)).toHaveLength(7);
  });

  it('keeps the last one of two libraries that were lost before, however long ago', () => {
    const lost = [...daily(3, '2020-01-05', 'first'), ...daily(3, '2021-01-05', 'second'), ...daily(3, '2022-01-05', 'third')];
    const kept = keptOf([...lost, ...daily(60)]);
    expect(kept.filter(({ databaseId }) => databaseId !== 'now').map(({ madeAt }) => madeAt.slice(0, 10))).toEqual([
      '2022-01-05',
      '2021-01-05',
    ]);
  });

  it('lets the oldest go where all are too large, but never the newest', () => {
    const sizeOf = (notes: readonly BackupNote[]) => notes.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(days(withinBytes(daily(5), 35, sizeOf))).toEqual(['11-20', '11-19', '11-18']);
    expect(days(withinBytes(daily(5), 1, sizeOf))).toEqual(['11-20']);
  });
});
