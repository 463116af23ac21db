import type { Speaker } from '../../core/talk';
import { looksLikeName, readSpeakers } from '../names';
import { leadClock } from './clock';
import type { Entry } from './entries';
import { isPeople } from './people';
import type { Piece } from './pieces';
import { fieldOf } from './tables';
import { behindSpeaker, BREAK, LABEL, ROOM, ROOM_CLASS, SPEAKER_CLASS } from './words';

/** No entry names its speakers after so many pieces. */
const MOST_LOOKED_AT = 30;
const LONGEST = 200;
/** From this share of names on everything of a form is one. */
const PURE = 0.6;

interface Form {
  form: string;
  entries: Set<Entry>;
  names: number;
  all: number;
  texts: Set<string>;
}

/** How the pieces are made that name speakers. */
export interface SpeakerForm {
  form: string;
  /** Whether such pieces name people only, so that a nickname is one as well. */
  pure: boolean;
}

/** The forms of the pieces that name speakers, best first: those that hold names in most entries that have them. */
export function speakerForms(entries: Entry[], pieces: Piece[]): SpeakerForm[] {
  const forms = new Map<string, Form>();
  for (const entry of entries) {
    for (const piece of besides(entry, pieces)) count(forms, entry, piece);
  }
  const known = [...forms.values()].filter((form) => isSpeakers(form, entries.length));
  const said = known.filter(({ form }) => form.includes('speaker:'));
  return (said.length > 0 ? said : known)
    .sort((a, b) => worth(b) - worth(a))
    .map(({ form, names, all }) => ({ form, pure: names >= all * PURE }));
}

function worth({ form, entries, names, all }: Form): number {
  return entries.size * (names / all) * (SPEAKER_CLASS.test(form) ? 1.5 : 1);
}

function count(forms: Map<string, Form>, entry: Entry, piece: Piece): void {
  const name = formOf(piece);
  const form = forms.get(name) ?? { form: name, entries: new Set(), names: 0, all: 0, texts: new Set() };
  forms.set(name, form);
  if (!leadClock(piece.text) && !ROOM.test(piece.text)) form.all += 1;
  if (!namesPeople(piece)) return;
  form.names += 1;
  form.texts.add(piece.text);
  form.entries.add(entry);
}

/** A column's heading says more than how it is built. */
function formOf({ form, cell }: Piece): string {
  return cell?.layout === 'records' && fieldOf(cell.heading) === 'speaker' ? `speaker:${form}` : form;
}

function isSpeakers({ form, entries, names, all, texts }: Form, total: number): boolean {
  const share = names / all;
  if (form.startsWith('speaker:')) return share > 0.2;
  if (SPEAKER_CLASS.test(form)) return share >= 0.3;
  // Rooms and tracks can read as names, but a few of them stand everywhere.
  if (ROOM_CLASS.test(form.split('<')[0] ?? '') || (names >= 8 && texts.size <= names / 4)) return false;
  return share >= 0.5 && entries.size >= Math.max(2, total * 0.15);
}

/** The short pieces of an entry beside its title. */
export function besides({ title, from, to }: Entry, pieces: Piece[]): Piece[] {
  const start = Math.max(from, title.at - MOST_LOOKED_AT);
  return pieces
    .slice(start, Math.min(to, title.at + MOST_LOOKED_AT) + 1)
    .filter((piece) => piece.at !== title.at && piece.text !== '' && piece.text.length <= LONGEST);
}

/** Whether a piece names people; asked in every reading of the page, found out once. */
function namesPeople(piece: Piece): boolean {
  piece.people ??= readsAsPeople(piece.text);
  return piece.people;
}

function readsAsPeople(text: string): boolean {
  const bare = bareNames(text);
  if (bare === '' || leadClock(bare)) return false;
  return (
    isPeople(bare) ||
    looksLikeName(bare.replace(/(?<!\s)\s*[(（][^]*/u, '')) ||
    (bare !== text && readSpeakers(bare).some(({ name }) => looksLikeName(name)))
  );
}

function bareNames(text: string): string {
  return (behindSpeaker(text) ?? text).replace(/^(?:by|von|par|por|with|mit)\s+(?=\p{Lu})/iu, '').trim();
}

/** The speakers of one entry: from the form that most entries use, else from the next one. */
export function speakersOf(entry: Entry, pieces: Piece[], forms: SpeakerForm[]): Speaker[] {
  const around = besides(entry, pieces);
  const labelled = around.filter(({ text }) => behindSpeaker(text) !== undefined && bareNames(text) !== '');
  if (labelled.length > 0) return labelled.flatMap(({ text }) => readSpeakers(bareNames(text)));
  for (const { form, pure } of forms) {
    const named = around.filter((piece) => formOf(piece) === form && (namesPeople(piece) || (pure && isSomebody(piece.text))));
    if (named.length > 0) return named.flatMap(peopleIn);
  }
  return [];
}

function isSomebody(text: string): boolean {
  return (
    leadClock(text) === undefined &&
    !LABEL.test(text) &&
    !BREAK.test(text) &&
    !/^(?:all|everyone|curators|organi[sz]ers|team)$/i.test(text) &&
    !(ROOM.test(text) && !looksLikeName(text)) &&
    !/^\W*$/.test(text)
  );
}

function peopleIn(piece: Piece): Speaker[] {
  const people = readSpeakers(bareNames(piece.text).replace(/[,&]\s*$/, ''));
  return people.length === 1 && people[0] && piece.href ? [{ ...people[0], url: piece.href }] : people;
}
