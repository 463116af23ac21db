// A screen of its own for browsers that have to show themselves, and a hand that presses keys there: the browser's own prompts know neither
// Playwright nor headless mode.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';

export const INSTALL = 'apt-get install -y --no-install-recommends xvfb xdotool';

/** Whether there is such a screen on this machine. */
export function hasDisplay() {
  return process.platform === 'linux' && ['Xvfb', 'xdotool'].every(isThere);
}

/**
 * Starts a screen.
 * @returns {Promise<{name: string, press: (...keys: string[]) => void, close: () => Promise<void>}>} its name for DISPLAY; `press` reaches the window
 *   that has the focus
 */
export async function openDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await once(/** @type {import('node:stream').Readable} */ (server.stdio[3]), 'data');
  const name = `:${String(number).trim()}`;
  return {
    name,
    press: (...keys) => execFileSync('xdotool', ['key', ...keys], { env: { ...process.env, DISPLAY: name } }),
    close: async () => {
      const closed = once(server, 'exit');
      server.kill();
      await closed;
    },
  };
}

/** @param {string} program */
function isThere(program) {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
