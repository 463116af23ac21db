import * as v from 'valibot';
import type { Imported } from '../format';
import type { Reason, Refusal } from '../input/refusal';
import { splitJson } from './split';
import { TALK, UNSAFE, UNTITLED } from '../../core/schema';

const CHECKED: readonly string[] = [UNSAFE, UNTITLED] satisfies Reason[];

/** Talks and backup of a library file, or why not. Its head has to come before the talks, as `write` puts it. */
export async function* readLibrary(text: AsyncIterable<string>, version: number): AsyncIterable<Imported> {
  const head = new Map<string, unknown>();
  for await (const piece of splitJson(text, 'talks')) {
    if (piece.kind === 'refusal') {
      yield refusalOf(piece);
      return;
    }
    const value = parsed(piece.kind === 'member' ? `{${piece.text}}` : piece.text);
    if (piece.kind === 'element') yield talkOf(value, piece.line);
    else if (!value) {
      yield { refused: 'malformed', line: piece.line, fatal: true };
      return;
    } else {
      for (const [name, member] of Object.entries(value)) head.set(name, member);
      const problem = head.has('talks') ? problemOf(head, version) : undefined;
      if (problem) {
        yield { refused: problem, line: piece.line, fatal: true };
        return;
      }
    }
  }
  if (!head.has('talks')) yield { refused: 'unknown', fatal: true };
  const backup = head.get('backup');
  if (isRecord(backup)) yield { backup: { settings: backup['settings'], templates: backup['templates'], searches: backup['searches'] } };
}

function problemOf(head: ReadonlyMap<string, unknown>, version: number): Reason | undefined {
  const theirs = head.get('version');
  if (head.get('format') !== 'talkshelf' || typeof theirs !== 'number') return 'unknown';
  return theirs > version ? 'newer' : undefined;
}

function talkOf(value: unknown, line: number): Imported {
  if (value === undefined) return { refused: 'malformed', line };
  const { success, output, issues } = v.safeParse(TALK, value, { abortEarly: true });
  if (success) return { talk: output, line };
  const [issue] = issues;
  const refused = CHECKED.includes(issue.message) ? (issue.message as Reason) : 'wrong value';
  return { refused, line, detail: v.getDotPath(issue) ?? issue.message };
}

function refusalOf({ refused, line, detail, fatal }: Refusal): Refusal {
  return { refused, line, ...(detail && { detail }), ...(fatal && { fatal }) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
