/** Much use in little time: what the extension holds does not grow with it. `npm run soak` does the same for as long as it is told. */
import { compared, soak } from '../bench/soak/soak.mjs';
import { expect, test } from './browser';

test('memory, handles, storage and alarms are flat after many visits, saves and searches', async ({ session }) => {
  test.setTimeout(150_000);
  const { done, samples } = await soak(session, 0.75);
  const { pairs, grown } = compared(samples);
  console.log(JSON.stringify({ done, pairs }));
  expect(done.stops).toBeGreaterThan(0);
  expect(grown).toEqual([]);
});
