// `npm test`: everything, from a bare clone. Prints each step and, as its last line, `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureChromium, ensureDisplay, ensureFirefox, ensurePackages, ensureServers, tool } from './ensure.mjs';

const REPORTS = '.output/reports';

/** `again` counts what passed at the second try only. @typedef {{passed: number, failed: number, skipped: number, again?: number}} Counts */

/**
 * A step: a command that passes or fails as one, or a test runner whose report is counted.
 * @typedef {{name: string, command: string[], report?: string, count?: (report: any) => Counts}} Step
 */

/** @type {Step[]} */
const STEPS = [
  { name: 'lint', command: ['eslint', '.'] },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  vitest('unit tests', 'unit', 'tests/unit'),
  vitest('sync with real servers', 'sync', 'tests/sync'),
  { name: 'build for Chromium', command: ['wxt', 'build'] },
  { name: 'build for Firefox', command: ['wxt', 'build', '-b', 'firefox'] },
  { name: "the Firefox store's own checks", command: ['node', 'tests/tools/store-lint.mjs'] },
  { name: 'build for the browser tests', command: ['wxt', 'build', '--mode', 'e2e'] },
  { name: 'build for the browser tests in Firefox', command: ['wxt', 'build', '-b', 'firefox', '--mode', 'e2e'] },
  { name: 'sizes', command: ['node', 'tests/tools/sizes.mjs'] },
  {
    name: 'browser tests',
    command: ['playwright', 'test', '-c', 'tests/e2e'],
    report: `${REPORTS}/e2e.json`,
    count: ({ stats: { expected, unexpected, flaky, skipped }, suites }) => {
      tellBrowsers(testsIn(suites));
      return { passed: Number(expected) + Number(flaky), failed: unexpected, skipped, again: flaky };
    },
  },
];

await tool(async () => {
  ensurePackages();
  await ensureChromium();
  await ensureFirefox();
  await ensureServers();
  await ensureDisplay();
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const total = { passed: 0, failed: 0, skipped: 0, again: 0 };
  for (const step of STEPS) {
    const { passed, failed, skipped, again = 0 } = perform(step);
    console.log(`${failed > 0 ? '✗' : '✓'} ${step.name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    total.again += again;
  }
  if (total.skipped > 0) console.log(`${total.skipped} tests were skipped: the lines above say why.`);
  if (total.again > 0) console.log(`${total.again} tests passed at the second try only: they are marked "flaky" above.`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0) process.exitCode = 1;
});

/** A step of vitest on one folder. @param {string} name @param {string} id @param {string} folder @returns {Step} */
function vitest(name, id, folder) {
  const report = `${REPORTS}/${id}.json`;
  return {
    name,
    command: ['vitest', 'run', folder, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    report,
    count: ({ numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites }) => ({
      passed: numPassedTests,
      failed: Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0),
      skipped: numPendingTests,
    }),
  };
}

/** @typedef {{projectName: string, status: string}} BrowserTest */

/** Every test of a report, once for each browser. @param {any[]} suites @returns {BrowserTest[]} */
function testsIn(suites) {
  return suites.flatMap(({ suites: inner = [], specs = [] }) => [
    ...specs.flatMap((/** @type {{tests: BrowserTest[]}} */ { tests }) => tests),
    ...testsIn(inner),
  ]);
}

/** Prints what each browser passed, and how much is listed in docs/BROWSERS.md as not its own. @param {BrowserTest[]} tests */
function tellBrowsers(tests) {
  for (const browser of ['chromium', 'firefox']) {
    const own = tests.filter(({ projectName }) => projectName === browser);
    const of = (/** @type {string[]} */ ...statuses) => own.filter(({ status }) => statuses.includes(status)).length;
    console.log(`${browser}: ${of('expected', 'flaky')} passed, ${of('unexpected')} failed, ${of('skipped')} skipped (docs/BROWSERS.md)`);
  }
}

/** @param {Step} step @returns {Counts} */
function perform({ name, command, report, count }) {
  console.log(`▶ ${name}`);
  const [program = '', ...args] = command[0] === 'node' ? command : ['npx', '--no-install', ...command];
  const ok = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' }).status === 0;
  if (!report || !count) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  const counted = counts(report, count);
  // A runner that stopped without a failed test, or without any test, has failed.
  const none = counted.passed + counted.failed === 0;
  return ok && !none ? counted : { ...counted, failed: Math.max(counted.failed, 1) };
}

/** @param {string} report @param {NonNullable<Step['count']>} count @returns {Counts} */
function counts(report, count) {
  try {
    return count(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
