import { readdirSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mergeConfig, type UserConfig } from 'vite';
import { defineConfig } from 'wxt';
import type { Site } from './extractors/finding';

/** Every site file names its hosts; the manifest is computed from them, so that a new site needs no second line anywhere. */
async function siteMatches(): Promise<string[]> {
  const files = ['sites', 'archives'].flatMap((folder) =>
    readdirSync(`extractors/${folder}`).map((file) => `./extractors/${folder}/${file}`),
  );
  const sites = await Promise.all(files.map(async (file) => ((await import(file)) as { default: Site }).default));
  return [...new Set(sites.flatMap((site) => site.hosts))].sort().map((host) => `*://*.${host}/*`);
}

/** Leaves out of our pages what the browsers they run in bring along: promises in the extension API, and the preloading of modules. */
function lighten(config: UserConfig): void {
  const native = fileURLToPath(new URL('entrypoints/library/native-browser.ts', import.meta.url));
  Object.assign(
    config,
    mergeConfig(config, {
      resolve: { alias: [{ find: 'webextension-polyfill', replacement: native }] },
      build: { modulePreload: { polyfill: false } },
    }),
  );
}

/**
 * 2 % smaller than what Vite's own minifier makes of it, but twenty times as slow: only for the scripts that most pages have to compile (2026-11). The gate in
 * ASCII, which the browser keeps with a byte a letter, and with its long texts written once.
 */
function tersely(isGate: boolean): UserConfig['build'] {
  const compress = isGate ? { reduce_vars: false } : { hoist_funs: true };
  return { minify: 'terser', terserOptions: { ecma: 2020, compress, format: { ascii_only: isGate } } };
}

export default defineConfig({
  imports: false,
  // Firefox too: its MV2 target drops optional_host_permissions and bundles Dexie twice (2026-11).
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  // Dexie's default export map leads to its ES5 build, 3 kB (gzipped) larger and with promises of its own; only one copy is ever loaded here.
  vite: () => ({ resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] } }),
  hooks: {
    // From pt-PT no browser falls back to pt-BR, and the stores know no plain pt (2026-11): without its own copy Portugal would read English.
    'build:done': ({ config: { outDir } }) => cp(join(outDir, '_locales/pt_BR'), join(outDir, '_locales/pt_PT'), { recursive: true }),
    'vite:build:extendConfig': ([entry], config) => {
      if (entry?.inputPath.endsWith('.html')) lighten(config);
      if (entry?.name === 'extract' || entry?.name === 'detect') config.build = { ...config.build, ...tersely(entry.name === 'detect') };
    },
  },
  manifest: async ({ browser, mode }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    omnibox: { keyword: 'talk' },
    // Keys that both browsers really assign (2026-11); Alt+Shift+C and Alt+Shift+X are never assigned in Chromium; Ctrl+Shift+S, Ctrl+Shift+Y and Ctrl+Shift+U mean something else in one of them.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
      'copy-talk': { suggested_key: { default: 'Alt+Shift+Y' }, description: '__MSG_menu_copy__' },
      'open-library': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_command_library__' },
    },
    permissions: ['activeTab', 'scripting', 'storage', 'unlimitedStorage', 'contextMenus', 'alarms'],
    // Mode e2e: hosts that stand for those a person granted, because the prompt cannot be answered headless; the sync tests' servers are on this machine.
    host_permissions: [...(await siteMatches()), ...(mode === 'e2e' ? ['*://*.granted.example/*', 'http://127.0.0.1/*'] : [])],
    optional_host_permissions: ['*://*/*'],
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: '{1c3f9a52-6f0e-4b7f-9d53-5a1f0c7be2a4}',
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
