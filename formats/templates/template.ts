import Mustache from 'mustache';
import type { Talk } from '../../core/talk';
import type { Talks } from '../format';
import { ESCAPES, type Escape } from './escapes';
import { FIELDS, LISTS, viewOf } from './view';

/** A text of the owner's own making for exports and for "copy as": Mustache, without partials and other delimiters. */
export interface Template {
  name: string;
  /** Written once for each talk. */
  text: string;
  /** How `{{field}}` becomes part of the text around it; `{{{field}}}` is never escaped. */
  escape: Escape;
  /** For a file of many talks. */
  extension?: string;
}

/** Why a template cannot be used, for the live preview. */
export interface TemplateProblem {
  line: number;
  problem: 'too long' | 'syntax' | 'unknown field' | 'not supported' | 'list in itself';
  detail: string;
}

type Token = [kind: string, name: string, start: number, end: number, inner?: Token[] | string, ...rest: unknown[]];

const MOST_CHARS = 20_000;

/** The first thing wrong with a template's text, if any. Names are checked against the known fields, so that nothing else is ever looked up. */
export function problemOf(text: string): TemplateProblem | undefined {
  if (text.length > MOST_CHARS) return { line: 1, problem: 'too long', detail: String(text.length) };
  try {
    return firstProblem(Mustache.parse(text), text, []);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const at = Number(/ at (\d+)$/.exec(message)?.[1] ?? text.length);
    return { line: lineAt(text, at), problem: 'syntax', detail: message.replace(/ at \d+$/, '') };
  }
}

/** One talk as the template says. Throws for a template that `problemOf` has something to say about. */
export function renderTalk({ text, escape }: Template, talk: Talk): string {
  const problem = problemOf(text);
  if (problem) throw new Error(`talkshelf: template, line ${problem.line}: ${problem.problem} (${problem.detail})`);
  return Mustache.render(text, viewOf(talk), {}, { escape: ESCAPES[escape] });
}

/** A file of talks, each as the template says, on lines of its own. */
export async function* writeTalks(template: Template, talks: Talks): AsyncIterable<string> {
  for await (const talk of talks) yield `${renderTalk(template, talk).replace(/(?<!\n)\n+$/, '')}\n`;
}

function firstProblem(tokens: Token[], text: string, open: string[]): TemplateProblem | undefined {
  for (const [kind, name, start, , inner] of tokens) {
    const problem = problemOfToken(kind, name, open);
    if (problem) return { line: lineAt(text, start), problem, detail: name };
    const within = Array.isArray(inner) ? firstProblem(inner, text, kind === '#' ? [...open, name] : open) : undefined;
    if (within) return within;
  }
  return undefined;
}

function problemOfToken(kind: string, name: string, open: string[]): TemplateProblem['problem'] | undefined {
  if (kind === 'text' || kind === '!') return undefined;
  if (kind === '>' || kind === '=') return 'not supported';
  if (!FIELDS.has(name)) return 'unknown field';
  // A list within itself would multiply its length with every level.
  return kind === '#' && LISTS.has(name) && open.includes(name) ? 'list in itself' : undefined;
}

function lineAt(text: string, place: number): number {
  return text.slice(0, place).split('\n').length;
}
