import fc from 'fast-check';
import { fix_encoding } from 'ftfy-js';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../extractors/decode';
import { repair, WINDOWS_1252 } from '../../../extractors/mojibake';

/** UTF-8 read as another encoding. (Node 20 decodes 80-9F of Windows-1252 as control characters, browsers do not.) */
function misread(text: string, encoding: string): string {
  const read = new TextDecoder(encoding).decode(new TextEncoder().encode(text));
  return encoding === 'macintosh' ? read : read.replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252.charAt(char.charCodeAt(0) - 0x80));
}

const ENCODINGS = ['windows-1252', 'macintosh'] as const;
const CLEAN = [
  'I’ve read “the rest” – and more… €20',
  'Barcamp estival, où l’on parle d’été à Nîmes',
  'Größe, Maße, Übergänge und «Guillemets»',
  'Łódź: Świeżym okiem na “Dockera” — dlaczego?',
  'ПриветЁ: доклад о «Rust» и тестах',
  'WebGL のことはじめ、第2回',
  'macOS 🍎 and 👩‍💻 at 20 °C',
];
/** Clean text whose marks look like a wrong decoding to a careless eye. */
const TRAPS = ['LE CAFÉ”', 'Paris–Évry', 'l’été à la plage', '«état»', 'AMANHÃ—', '3×½', 'Ã', '“École”', 'Â© 2019', 'Íslandi – Ða'];

describe('repair', () => {
  it.each(ENCODINGS.flatMap((encoding) => CLEAN.map((text) => [encoding, text])))('undoes %s: %s', (encoding, text) => {
    expect(repair(misread(text, encoding))).toBe(text);
  });

  it.each([...CLEAN, ...TRAPS.filter((text) => text !== 'Â© 2019')])('leaves clean text as it is: %s', (text) => {
    expect(repair(text)).toBe(text);
  });

  it('undoes two wrong decodings one over the other', () => {
    expect(repair(misread(misread('C’est l’été', 'windows-1252'), 'windows-1252'))).toBe('C’est l’été');
  });

  it('repairs the broken lines of a text whose other lines are clean', () => {
    const clean = 'Größe – “schön”\nC’est l’été, où ça ?';
    expect(repair(`${clean}\n${misread('Löwe “brüllt”', 'windows-1252')}`)).toBe(`${clean}\nLöwe “brüllt”`);
  });

  const letters = fc.string({ unit: fc.constantFrom(...Array.from('abc deéèüñçßœŠžåø—“”’…€')) });
  it('never changes clean text in which accents stand inside words', () => {
    const word = fc.stringMatching(/^[a-z]{1,5}[éèüñçßåø]?[a-z]{1,5}$/);
    fc.assert(fc.property(fc.array(word), (words) => repair(words.join(' ')) === words.join(' ')));
  });

  it.each(ENCODINGS)('gives back any text that was read as %s', (encoding) => {
    fc.assert(
      fc.property(letters, (text) => {
        // A lone pair may be clean text; three broken words around it are not.
        const sure = `déjà-vu “été” ${text} naïve`;
        expect(repair(misread(sure, encoding))).toBe(sure);
      }),
    );
  });

  it('agrees with ftfy on Windows-1252, which knows no emoji in Mac Roman', () => {
    for (const text of CLEAN) {
      const broken = misread(text, 'windows-1252');
      expect(repair(broken)).toBe(fix_encoding(broken));
    }
  });

  it('takes time in proportion to the length of hostile text', () => {
    for (const piece of ['Ã©', 'â€', 'Ã', '‚Ä', 'ðŸ', 'Ã©\n', 'é”']) {
      const text = piece.repeat(200_000 / piece.length);
      const from = performance.now();
      repair(text);
      expect(performance.now() - from).toBeLessThan(3000);
    }
  });

  const seed = '../shared/seeds/002_074d60465d50f89b.md';
  it.skipIf(!existsSync(seed))('leaves no mark of a wrong decoding in the show notes seed (skipped where the seeds are absent)', () => {
    const text = repair(readFileSync(seed, 'utf8'));
    expect(text).toContain('macOS 🍎');
    expect(text).not.toMatch(/‚Ä|√[©®]|üç|Ã.|â€/);
  });
});

describe('bytes of a file', () => {
  const utf16 = (text: string, big: boolean, mark: boolean) => {
    const bytes = new Uint8Array((text.length + Number(mark)) * 2);
    const view = new DataView(bytes.buffer);
    [...(mark ? ['\ufeff'] : []), ...Array.from(text)].forEach((char, at) => view.setUint16(at * 2, char.charCodeAt(0), !big));
    return bytes;
  };
  const text = 'Größe: 20 €';

  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-8 cut off inside a sequence', new TextEncoder().encode(text + '…').subarray(0, -1)],
    ['UTF-16, little end first', utf16(text, false, true)],
    ['UTF-16, big end first', utf16(text, true, true)],
    ['UTF-16 without a mark', utf16(text, false, false)],
    ['Windows-1252', Uint8Array.from('Gr\u00f6\u00dfe: 20 \u0080', (char) => char.charCodeAt(0))],
    ['UTF-8 that was saved after a wrong decoding', new TextEncoder().encode(misread(text, 'windows-1252'))],
    ['nothing', new Uint8Array()],
  ])('%s', (name, bytes) => {
    expect(decodeText(bytes)).toBe(name === 'nothing' ? '' : text);
  });

  it('joins calendar lines that are folded inside a character', () => {
    const whole = new TextEncoder().encode('BEGIN:VCALENDAR\r\nSUMMARY:Größe');
    const at = whole.indexOf(0xc3) + 1;
    const folded = Uint8Array.from([...whole.subarray(0, at), 13, 10, 32, ...whole.subarray(at)]);
    expect(decodeText(folded)).toContain('SUMMARY:Größe');
  });
});
