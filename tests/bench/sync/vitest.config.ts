import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** `npm run bench:sync`: what syncing costs, counted request by request. */
export default defineConfig({
  plugins: [WxtVitest()],
  test: { include: ['tests/bench/sync/*.test.ts'], environment: 'node', testTimeout: 3_600_000 },
});
