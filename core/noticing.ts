/** Where talks are noticed without a click: what a person chose, and what the browser has to allow for it. */

export const NOTICING = ['click', 'sites', 'everywhere'] as const;
/** Nowhere; on the sites that host talks and those a person added; on every site. */
export type Noticing = (typeof NOTICING)[number];

export interface NoticingChoice {
  mode: Noticing;
  /** Hosts a person added to the named ones. */
  on: string[];
  /** Hosts that are left alone, whatever the mode. */
  off: string[];
}

export const USUAL: NoticingChoice = { mode: 'sites', on: [], off: [] };

/** As a match pattern: every page of the web. */
export const EVERYWHERE = '*://*/*';

/** The host of a match pattern with one: `*://*.example.org/*` is example.org. */
export function hostIn(pattern: string): string {
  return pattern.replace(/^\*:\/\/(\*\.)?|\/\*$/g, '');
}

/** The match pattern of one host that a person adds; no wider than what was asked about. */
export function originOf(host: string): string {
  return `*://${host}/*`;
}

/** Match patterns where the gate must not run. */
export function leftAlone({ off }: NoticingChoice): string[] {
  return off.map((host) => `*://*.${host}/*`);
}

/** The origins that the choice needs; `named` are the patterns of the sites that host talks. */
export function neededOrigins({ mode, on, off }: NoticingChoice, named: readonly string[]): string[] {
  if (mode === 'click') return [];
  if (mode === 'everywhere') return [EVERYWHERE];
  return [...named.filter((pattern) => !off.some((host) => covers(host, hostIn(pattern)))), ...on.map(originOf)];
}

/** Whether talks on a host are to be noticed, as far as the choice goes. */
export function noticesOn(host: string, { mode, on, off }: NoticingChoice, named: readonly string[]): boolean {
  if (mode === 'click' || off.some((other) => covers(other, host))) return false;
  return mode === 'everywhere' || on.includes(host) || namedHost(host, named) !== undefined;
}

/** The named site that a host belongs to: www.meetup.com is of meetup.com. */
export function namedHost(host: string, named: readonly string[]): string | undefined {
  return named.map(hostIn).find((other) => covers(other, host));
}

/** The choice with a host switched on or off. Whether the browser allows it is not known here. */
export function withHost(choice: NoticingChoice, host: string, wanted: boolean, named: readonly string[]): NoticingChoice {
  const site = namedHost(host, named) ?? host;
  const on = choice.on.filter((other) => other !== host);
  const off = choice.off.filter((other) => other !== site && !covers(other, host));
  const allowed = choice.mode === 'everywhere' || site !== host || namedHost(host, named) !== undefined;
  if (wanted) return { ...choice, off, on: allowed ? on : [...on, host] };
  return { ...choice, on, off: allowed ? [...off, site] : off };
}

/** The choice a person makes do with when the browser has taken origins away. */
export function withoutOrigins(choice: NoticingChoice, lost: readonly string[]): NoticingChoice {
  const hosts = lost.map(hostIn);
  if (lost.includes(EVERYWHERE)) return { ...choice, mode: 'sites' };
  const added = choice.on.filter((host) => !hosts.includes(host));
  return { ...choice, on: added, off: [...new Set([...choice.off, ...hosts.filter((host) => !choice.on.includes(host))])] };
}

function covers(site: string, host: string): boolean {
  return host === site || host.endsWith(`.${site}`);
}
