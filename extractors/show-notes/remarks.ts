import type { Line, LineLink } from '../lines';
import { EMPTY_WORDS, NUMBERED, TIME_CODE } from './words';

const LONGEST_REMARK = 2000;
/** Up to here a line's other words may stand for a link that says nothing by itself. */
const LONGEST_TITLE = 160;

/** The link's own words, or those beside it where it shows only its address or "here". */
export function titleOf(line: Line, link: LineLink): string {
  if (!isBare(link.text) && !EMPTY_WORDS.test(link.text)) return link.text;
  const beside = besideLink(line, link);
  if (line.links.length === 1 && beside.length > 2 && beside.length <= LONGEST_TITLE) return beside;
  return link.text.replace(/^https?:\/\/(?:www\.)?/, '');
}

/**
 * What the host says about a linked item: the words beside a link that has its line to itself and the lines indented below it (below
 * "Ines #1:", everything up to the next numbered item); of prose with several links, the sentence.
 */
export function remarkOn(lines: Line[], at: number, link: LineLink): string {
  const line = lines[at] as Line;
  if (line.links.length > 1) return sentenceAround(line, link);
  const beside = besideLink(line, link);
  const own = titleOf(line, link) === beside ? '' : beside;
  return [own, ...below(lines, at)].filter(Boolean).join('\n').slice(0, LONGEST_REMARK);
}

function below(lines: Line[], at: number): string[] {
  const line = lines[at] as Line;
  const texts: string[] = [];
  for (let next = at + 1, length = 0; next < lines.length && length < LONGEST_REMARK; next += 1) {
    const { depth, level, text } = lines[next] as Line;
    if (level > 0 || NUMBERED.test(text) || depth <= line.depth) break;
    texts.push(text);
    length += text.length;
  }
  return texts;
}

function isBare(text: string): boolean {
  return /^(?:https?:\/\/|www\.)\S+$/i.test(text);
}

/** The words before and after a link; the whole line where the link stands in the middle of a sentence. */
function besideLink(line: Line, link: LineLink): string {
  const lead = line.text.slice(0, link.at);
  const before = trimmed(lead.replace(NUMBERED, ''));
  const after = trimmed(line.text.slice(link.at).trimStart().slice(link.text.length));
  return before && after && !/[:：–—-]\s*$/u.test(lead) && !isBare(link.text) ? line.text : [before, after].filter(Boolean).join(' ');
}

function trimmed(text: string): string {
  return text
    .replace(TIME_CODE, '')
    .replace(/^[\s,.;:：–—|•·)\]-]{1,20}/u, '')
    .replace(/[\s,:：–—|•·([-]{1,20}$/u, '');
}

function sentenceAround({ text }: Line, link: LineLink): string {
  const before = text.slice(0, link.at);
  const from = Math.max(...['. ', '! ', '? ', '。', '！', '？'].map((mark) => before.lastIndexOf(mark) + 1));
  const rest = text.slice(link.at);
  const to = rest.search(/[.!?](?:\s|$)|[。！？]/u);
  const sentence = trimmed(`${before.slice(from)}${to < 0 ? rest : rest.slice(0, to + 1)}`);
  return sentence === link.text ? '' : sentence.slice(0, LONGEST_REMARK);
}
