/**
 * A fleet of eight browsers with the real engine, real encryption and a server that does everything wrong that servers do. In the end all have the same
 * library, and it is what an oracle says that has to come of all that people did.
 *
 *     npx vitest run tests/sync/fleet.test.ts                    # 1 seed at a desk, 20 in CI, of 1,500 operations each
 *     FLEET_SEEDS=17 npx vitest run tests/sync/fleet.test.ts     # one seed again
 *     npm run soak:sync                                          # 500 seeds of 10,000: FLEET_SEEDS=1-500 FLEET_OPERATIONS=10000
 *
 * CI also runs the first 20 seeds with 10,000 operations each, in four jobs side by side (.github/workflows/test.yml).
 */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { VaultRow } from '../../storage/sync/tables';
import { Fleet } from './fleet/fleet';
import { frozen } from './fleet/frozen';
import { Random } from './fleet/random';
import { wrongs } from './fleet/verdict';

const OPERATIONS = Number(process.env.FLEET_OPERATIONS ?? 1500);
const [from = 1, to = from] = (process.env.FLEET_SEEDS ?? (process.env.CI ? '1-20' : '1')).split('-').map(Number);
const SEEDS = Array.from({ length: to - from + 1 }, (_, i) => from + i);

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('structuredClone', frozen);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it.each(SEEDS)('seed %i: eight browsers end with one library, and nothing is lost or comes back', { timeout: 3_600_000 }, async (seed) => {
  const vault = await vaultOf();
  const fleet = new Fleet(seed, `fleet-${seed}`, vault);
  makeRepeatable(seed, fleet.now);
  await fleet.begin(vault);
  await fleet.live(OPERATIONS);
  const rounds = await fleet.calm();
  const { requests, faulted } = fleet.weather;
  const talks = await fleet.browsers[0]!.db.talks.count();
  const wrong = await wrongs(fleet);
  const { operations } = fleet.oracle;
  console.log(`seed ${seed}: ${JSON.stringify({ wrong: wrong.length, operations, talks, requests, faulted, rounds, ...fleet.counts })}`);
  expect(wrong, `replay: FLEET_OPERATIONS=${OPERATIONS} FLEET_SEEDS=${seed} npx vitest run tests/sync/fleet.test.ts`).toEqual([]);
  expect(faulted / requests).toBeGreaterThan(0.2);
  for (const { db } of fleet.browsers) await db.delete();
});

async function vaultOf(): Promise<VaultRow> {
  const secret = await crypto.subtle.importKey('raw', new Uint8Array(32).fill(7), 'AES-GCM', false, ['encrypt', 'decrypt']);
  return { key: 'vault', id: '00000000-0000-4000-8000-000000000000', secret, file: '{}', joinedAt: '2026-01-01T00:00:00.000Z' };
}

/** The same seed gives the same run: clocks, ids and the size of slices depend on nothing else. */
function makeRepeatable(seed: number, now: () => number): void {
  const random = new Random(seed + 1_000_000);
  vi.spyOn(Date, 'now').mockImplementation(now);
  vi.spyOn(performance, 'now').mockReturnValue(0);
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let i = 0; i < bytes.length; i++) bytes[i] = random.below(256);
    return array;
  });
  vi.spyOn(crypto, 'randomUUID').mockImplementation(() => {
    const hex = Array.from({ length: 32 }, () => random.below(16).toString(16)).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  });
}
