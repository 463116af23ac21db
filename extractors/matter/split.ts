import type { Matter, MatterValue } from './matter';
import { tomlMatter } from './toml';
import { yamlMatter } from './yaml';

const MOST = 200_000;
const MOST_DEPTH = 12;
const NONE: Matter = new Map();

/**
 * Front matter and the text below it: YAML between `---`, TOML between `+++` or JSON (Hugo), or the lines `Title: ...` of Pelican
 * and MultiMarkdown up to the first blank line.
 */
export function splitMatter(text: string): { matter: Matter; body: string } {
  const whole = text.replace(/^\ufeff/, '').replace(/^\s*\n(?=---|\+\+\+)/, '');
  const fence = /^(---|\+\+\+)[ \t]*\r?\n/.exec(whole);
  if (fence) return fenced(whole, fence[1] ?? '', fence[0].length);
  if (whole.startsWith('{')) return json(whole);
  const [meta = ''] = /^(?:[A-Za-z][\w ]{0,20}:[ \t]\S[^\n]*\n|[ \t]{4,}\S[^\n]*\n)+/.exec(whole.slice(0, MOST)) ?? [];
  const isMeta = /^(?:title|date|authors?|slug|tags|category)\s*:/im.test(meta) && /^[\w ]+:.*\n[\w ]+:/.test(meta);
  return isMeta ? { matter: yamlMatter(meta), body: whole.slice(meta.length) } : { matter: NONE, body: whole };
}

/** A fence that is never closed makes all of it front matter. */
function fenced(text: string, fence: string, from: number): { matter: Matter; body: string } {
  const end = new RegExp(`^(?:${fence === '---' ? '---|\\.\\.\\.' : '\\+\\+\\+'})[ \\t]*$`, 'm').exec(text.slice(from, from + MOST));
  const inside = text.slice(from, from + (end?.index ?? MOST));
  const body = end ? text.slice(from + end.index + end[0].length) : '';
  return { matter: fence === '---' ? yamlMatter(inside) : tomlMatter(inside), body };
}

function json(text: string): { matter: Matter; body: string } {
  const end = /^\}[ \t]*$/m.exec(text.slice(0, MOST));
  try {
    const value = matterValue(JSON.parse(text.slice(0, end ? end.index + 1 : MOST)), 0);
    if (value instanceof Map) return { matter: value, body: end ? text.slice(end.index + 1) : '' };
  } catch {
    // Not JSON: then it is text.
  }
  return { matter: NONE, body: text };
}

function matterValue(value: unknown, depth: number): MatterValue {
  if (depth > MOST_DEPTH || value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => matterValue(one, depth + 1));
  if (typeof value === 'object') {
    return new Map(Object.entries(value).map(([key, one]) => [key.toLowerCase(), matterValue(one, depth + 1)]));
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
