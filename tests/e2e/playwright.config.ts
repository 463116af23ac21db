import { defineConfig } from '@playwright/test';

/**
 * Selectors in these tests: roles and visible names, as a person finds things; `data-` attributes only where a thing has no name. No request leaves
 * the machine: what is not served by the test itself is cut off.
 */
export default defineConfig({
  testDir: '.',
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  // A picture that nobody has looked at proves nothing: it fails here, and `npm run screenshots -- --review` makes it.
  updateSnapshots: 'none',
  outputDir: '../../.output/e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: false,
  // Both drive the built extension in a real browser; what one of them cannot do is listed in docs/BROWSERS.md.
  projects: [{ name: 'chromium' }, { name: 'firefox' }],
  forbidOnly: Boolean(process.env.CI),
  // CI machines are shared and noisy; what needs a second try there is named in the summary of `npm test`.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list'], ['json', { outputFile: '../../.output/reports/e2e.json' }]],
});
