import { toBase64 } from '../../../core/base64';
import type { FieldName, Settings } from '../backend';
import { SyncProblem } from '../problem';

/** A field's text without blanks at its ends; an absent one is empty. */
export function text(settings: Settings, field: FieldName): string {
  const value = settings[field];
  return typeof value === 'string' ? value.trim() : '';
}

/** A field that must be filled in. */
export function needed(settings: Settings, field: FieldName): string {
  const value = text(settings, field);
  if (value === '') throw new SyncProblem('badSettings', `The field "${field}" is empty.`, { field });
  return value;
}

/** The address of a server or folder: http(s), without a name and password in it, without query and fragment; ends with a slash. */
export function address(settings: Settings, field: FieldName): string {
  const written = needed(settings, field);
  if (!URL.canParse(written)) throw bad(field);
  const url = new URL(written);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) throw bad(field);
  return `${url.origin}${url.pathname.replace(/(?<!\/)\/*$/, '/')}`;
}

/** Match pattern of an address: without its port, which Firefox does not know in patterns (2026-11). */
export function originOf(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/** RFC 7617, with the name and password in UTF-8. Nothing where there is no name. */
export function basicAuth(user: string, password: string): Record<string, string> {
  if (!user) return {};
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return { authorization: `Basic ${toBase64(bytes)}` };
}

function bad(field: string): SyncProblem {
  return new SyncProblem('badSettings', 'This is no address of the form https://host/folder/.', { field });
}
