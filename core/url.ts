import { LIMITS } from './talk';

/**
 * An absolute address that is safe to keep and to open, or undefined. Only http(s) and mailto pass; a user name or password in
 * the address does not.
 */
export function safeUrl(href: string | null | undefined, base?: string): string | undefined {
  if (!href || href.length > LIMITS.url) return undefined;
  const url = parseUrl(href.trim(), base);
  if (!url || !/^(https?|mailto):$/.test(url.protocol) || url.username || url.password) return undefined;
  return url.href.length > LIMITS.url ? undefined : url.href;
}

/** `new URL` without the exception. (`URL.parse` is missing in Node 20.) */
export function parseUrl(href: string, base?: string): URL | undefined {
  try {
    return new URL(href, base);
  } catch {
    return undefined;
  }
}

/** The host without what does not tell sites apart (www., m.), in lower case. At least two labels stay: m.co is a site. */
export function siteOf(url: string | URL | undefined): string {
  const host = ((typeof url === 'string' ? parseUrl(url) : url)?.hostname ?? '').toLowerCase();
  return host.replace(/^www\.(?=[^.]+\.)/, '').replace(/^(?:m|mobile)\.(?=[^.]+\.)/, '');
}
