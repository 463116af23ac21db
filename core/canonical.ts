import { parseUrl, siteOf } from './url';

/**
 * The version of the rules below. Keys are stored, so a changed rule needs a new version and a migration of storage/ that
 * re-keys every row.
 */
export const KEY_VERSION = 1;

type Rule = (url: URL) => string | undefined;

/** Sites where different addresses show the same thing. A rule that does not apply answers undefined and the general one holds. */
const RULES: Record<string, Rule> = {
  'youtube.com': youtube,
  'youtube-nocookie.com': youtube,
  'youtu.be': (url) => youtubeKey(url.pathname.slice(1)),
  'vimeo.com': vimeo,
  'player.vimeo.com': vimeo,
  // 2026-05: /fr-FR/<group>/events/<id>/?eventOrigin=…
  'meetup.com': (url) =>
    match(url.pathname, /^\/(?:[a-z]{2}-[A-Z]{2}\/)?([^/]+\/events\/[^/]+)/, (path) => `meetup.com/${path.toLowerCase()}`),
  // 2026-10: lu.ma redirects to luma.com
  'lu.ma': (url) => `luma.com${path(url)}`,
  'raw.githubusercontent.com': (url) =>
    match(
      url.pathname,
      /^\/([^/]+\/[^/]+)\/(.+)$/,
      (repository, file) => `github.com/${repository}/blob/${file.replace(/^refs\/heads\//, '')}`,
    ),
  'github.com': (url) =>
    match(url.pathname, /^\/([^/]+\/[^/]+)\/raw\/(.+)$/, (repository, file) => `github.com/${repository}/blob/${file}`),
  // 2026-10: the same episode under /intl-de/episode/…
  'open.spotify.com': (url) => match(url.pathname, /^\/(?:intl-[a-z-]+\/)?(episode\/\w+)/, (episode) => `open.spotify.com/${episode}`),
  'podcasts.apple.com': (url) =>
    match(
      `${url.pathname}?${url.searchParams.get('i') ?? ''}`,
      /\/id(\d+)\?(\d+)$/,
      (show, episode) => `podcasts.apple.com/${show}/${episode}`,
    ),
  'ted.com': (url) => match(url.pathname, /^\/talks\/([^/]+)/, (slug) => `ted.com/talks/${slug}`),
};

/** Query parameters that say where a visitor came from or at which second to start, not what is shown. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_hs\w+|ref|ref_src|ref_url|referrer|source|src|si|feature|aff|eventorigin|trk|spm|t|time_in_sec)$/i;

/**
 * What names a page, whatever way one came to it: host and path without scheme, `www.`, tracking parameters, trailing slash and
 * fragment (but a `#/route` is kept). An address that does not parse is its own key.
 */
export function canonicalKey(address: string): string {
  const url = parseUrl(address);
  if (!url) return address.trim();
  if (!/^https?:$/.test(url.protocol)) return url.href;
  return siteRule(url) ?? `${site(url)}${path(url)}${query(url)}${route(url)}`;
}

function siteRule(url: URL): string | undefined {
  const host = siteOf(url.href);
  // Eventbrite shows one event under the domain of every country.
  if (/(^|\.)eventbrite\.(com?\.)?\w+$/.test(host)) return match(url.pathname, /^\/e\/(?:.*-)?(\d{6,})$/, (id) => `eventbrite:${id}`);
  return Object.hasOwn(RULES, host) ? RULES[host]?.(url) : undefined;
}

function site(url: URL): string {
  return siteOf(url.href) + (url.port ? `:${url.port}` : '');
}

function path(url: URL): string {
  return url.pathname.replace(/\/index\.html?$/i, '').replace(/(?<!\/)\/+$/, '');
}

function query(url: URL): string {
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).map(([name, value]) => `${name}=${value}`);
  return kept.length > 0 ? `?${kept.sort().join('&')}` : '';
}

function route(url: URL): string {
  return /^#!?\//.test(url.hash) ? url.hash.replace(/(?<!\/)\/+$/, '') : '';
}

function youtube(url: URL): string | undefined {
  return youtubeKey(url.searchParams.get('v') ?? /^\/(?:embed|live|shorts|v)\/([\w-]+)/.exec(url.pathname)?.[1]);
}

function youtubeKey(id: string | null | undefined): string | undefined {
  return id && /^[\w-]{11}$/.test(id) ? `youtube:${id}` : undefined;
}

function vimeo(url: URL): string | undefined {
  return match(url.pathname, /^\/(?:video\/|channels\/[^/]+\/)?(\d+)/, (id) => `vimeo:${id}`);
}

function match(text: string, pattern: RegExp, key: (...groups: string[]) => string): string | undefined {
  const found = pattern.exec(text);
  return found ? key(...found.slice(1)) : undefined;
}
