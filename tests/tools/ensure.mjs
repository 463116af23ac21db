// What `npm start` and `npm test` need before anything else: packages and browsers. Node's own modules only, as nothing is installed yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';

/** A sentence for people; printed without a stack trace. */
export class Problem extends Error {}

/**
 * Runs a command, its output on standard error, so that standard output carries results alone.
 * @param {string} command @param {string[]} args @param {{env?: NodeJS.ProcessEnv, cwd?: string}} [where]
 * @returns {boolean} whether it went well
 */
export function run(command, args, where = {}) {
  return spawnSync(command, args, { ...where, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' }).status === 0;
}

/** Installs the packages of the lock file where they are missing or older than it. */
export function ensurePackages() {
  const installed = 'node_modules/.package-lock.json';
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs) return;
  console.error('Installing packages…');
  if (!run('npm', ['ci', '--no-audit', '--no-fund']))
    throw new Problem('The packages could not be installed: see what npm says above, then run the command again.');
}

const SOURCES = [
  'core',
  'extractors',
  'formats',
  'storage',
  'components',
  'entrypoints',
  'locales',
  'public',
  'wxt.config.ts',
  'package.json',
];

/** Builds the extension for Chromium where it is missing or older than what it is made of. */
export function ensureBuilt() {
  const built = '.output/chrome-mv3/manifest.json';
  if (existsSync(built) && statSync(built).mtimeMs >= Math.max(...SOURCES.filter(existsSync).map(newest))) return;
  if (!run('npx', ['--no-install', 'wxt', 'build'])) throw new Problem('The extension could not be built: see above.');
}

/** When a file, or anything in a folder, was last changed. @param {string} path @returns {number} */
function newest(path) {
  const stat = statSync(path);
  return stat.isDirectory() ? Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(`${path}/${name}`))) : stat.mtimeMs;
}

/** Installs a Chromium where there is none: the system's package as root on Debian, else Playwright's download. */
export async function ensureChromium() {
  const { chromiumPath } = await import('./browser.mjs');
  if (chromiumPath()) return;
  if (!apt('chromium')) run('npx', ['playwright', 'install', 'chromium']);
  if (!chromiumPath())
    throw new Problem(
      'No Chromium was found and none could be installed. Install it (Debian: apt-get install chromium) and run the command again.',
    );
}

/** The same for Firefox: an ESR, as other releases take no extension that is not signed. */
export async function ensureFirefox() {
  const { firefoxPath } = await import('./browser.mjs');
  if (firefoxPath()) return;
  if (!apt('firefox-esr')) run('npx', ['--yes', '@puppeteer/browsers@2.13.2', 'install', 'firefox@esr', '--path', '.output/browsers']);
  if (!firefoxPath())
    throw new Problem(
      'No Firefox was found and none could be installed. Install it (Debian: apt-get install firefox-esr) and run the command again.',
    );
}

/** Installs the servers that sync is tested against, as root on Debian; elsewhere somebody has to. */
export async function ensureServers() {
  const { INSTALL, missingServers, PACKAGES } = await import('./servers.mjs');
  if (missingServers().length > 0) apt(...PACKAGES);
  if (missingServers().length === 0) return;
  const text = `The sync tests need servers that are not there (${missingServers().join(', ')}): ${INSTALL}`;
  if (process.env.CI) throw new Problem(text);
  console.error(`${text}\nUntil then those tests are skipped.`);
}

/** Installs what shows browsers on a screen of their own, where that can be done; the tests that need it say so where it is missing. */
export async function ensureDisplay() {
  const { hasDisplay } = await import('./display.mjs');
  if (process.platform === 'linux' && !hasDisplay()) apt('xvfb', 'xdotool');
}

/** @param {...string} names */
function apt(...names) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update'], { env });
  return run('apt-get', ['install', '-y', '--no-install-recommends', ...names], { env });
}

/**
 * Runs a command line tool's main function; a Problem ends it with its sentence and exit status 1.
 * @param {() => Promise<void> | void} main
 */
export async function tool(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Problem ? error.message : error);
    process.exitCode = 1;
  }
}
