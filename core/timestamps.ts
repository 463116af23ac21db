/** Moments of a recording as people write them into notes: `12:34` or `1:02:03`, in brackets or bare. */

export interface Timestamp {
  /** From the beginning of the recording. */
  seconds: number;
  /** As it is written. */
  shown: string;
  /** The rest of its line, which says what is there. */
  text: string;
}

const MOST = 500;
const FORM = /(?<![\d:.,-])(?:(\d{1,2}):)?([0-5]?\d):([0-5]\d)(?![\d:.,-]|\s*(?:uhr|[ap]\.?m\b))/i;

/** The time stamps of a note, the first of each line, in the order of the lines. */
export function timestampsIn(note: string): Timestamp[] {
  return note
    .split('\n')
    .slice(0, MOST)
    .flatMap((line) => {
      const found = FORM.exec(line);
      if (!found) return [];
      const [shown, hours = '0', minutes = '0', seconds = '0'] = found;
      const rest = `${line.slice(0, found.index)} ${line.slice(found.index + shown.length)}`;
      const words = rest
        .replace(/[[\]()]/g, ' ')
        .split(/\s/)
        .filter(Boolean);
      const first = words.findIndex(isWord);
      const text = first < 0 ? '' : words.slice(first, words.findLastIndex(isWord) + 1).join(' ');
      return [{ seconds: (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds), shown, text }];
    });
}

/** Not just a dash or a colon between the moment and what is there. */
function isWord(text: string): boolean {
  return !/^[–—:-]+$/.test(text);
}

/** A moment as it is written into a note: `2:05`, `1:00:00`. */
export function timestampText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const tail = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}

/** A note with a moment on a line of its own at its end, ready for a remark. */
export function withTimestamp(note: string, seconds: number): string {
  return `${note}${note === '' || note.endsWith('\n') ? '' : '\n'}${timestampText(seconds)} `;
}
