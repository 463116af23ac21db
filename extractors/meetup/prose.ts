import type { Speaker } from '../../core/talk';
import { Lexicon } from '../lexicon';
import type { Line } from '../lines';
import { looksLikeName } from '../names';
import { WORDS } from '../vocabulary';
import { candidateOf, materialIn, type Candidate } from './candidate';
import { NAME } from './name';

/** What a quoted title is called in the sentence around it. */
const TALK = new Lexicon(
  WORDS.kind,
  'presentations,lecture,topic,sujet,thema,tema,prelekcje,prelekcji,prezentacje,prezentacji,temat,tematy,tematu,wyklad,wykladu,wyklady,presentato,intervento',
);
const QUOTED = /["“„«「]([^"“”„«»「」]{8,160})["”“»」]/gu;
/** A name in brackets, or behind a word that says who speaks. */
const TOLD = new RegExp(
  String.raw`(?:\(|\b(?:by|from|von|par|por|di|przez|opowie|opowiedzą|przedstawi|poprowadzi|poprowadzą|zaprezentuje|prowadzi|presenta|présente(?:ra)?|presents?|hält|präsentiert|apresenta)\s(?:(?:nam|dr|prof)\.?\s)?)(${NAME})`,
  'gu',
);

/** Talks told in running text: a title in quotes that the sentence calls a talk, and the person named beside it. */
export function talksInProse(lines: readonly Line[]): Candidate[] {
  const talks: Candidate[] = [];
  for (const [at, line] of lines.entries()) {
    const text = line.text.slice(0, 1500);
    if (line.level > 0 || !TALK.in(text)) continue;
    const quotes = [...text.matchAll(QUOTED)];
    for (const quote of quotes.slice(0, 4)) {
      const speakers = beside(text, quote.index, quote[0].length);
      const talk = speakers.length > 0 ? candidateOf(`“${quote[1] ?? ''}”`) : undefined;
      if (talk) talks.push({ ...talk, speakers, links: materialIn(lines.slice(at, at + 1)) });
    }
  }
  return talks;
}

/** The nearest person named in the same paragraph. */
function beside(text: string, at: number, length: number): Speaker[] {
  const named = [...text.matchAll(TOLD)].filter(({ 1: name }) => looksLikeName(name ?? ''));
  const distance = (index: number) => (index < at ? at - index : index - at - length);
  const nearest = named.sort((a, b) => distance(a.index) - distance(b.index))[0];
  return nearest?.[1] && distance(nearest.index) < 300 ? [{ name: nearest[1] }] : [];
}
