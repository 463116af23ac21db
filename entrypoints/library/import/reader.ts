/** The worker that reads files and compares them with the library, so that the page goes on answering. It ends with its answer, or with the page. */
import type { Imported } from '../../../formats/format';
import type { InputFile } from '../../../formats/input/files';
import { Known } from '../../../storage/import/known';
import { LibraryProblem } from '../../../storage/problem';
import { examine } from './examine';
import type { FromReader, ToReader } from './protocol';

const waiting = new Map<number, (talks: readonly Imported[]) => void>();
let [read, talks, told, asked] = [0, 0, 0, 0];

addEventListener('message', ({ data }: MessageEvent<ToReader>) => {
  if ('files' in data) void prepare(data.files);
  else {
    waiting.get(data.document)?.(data.talks);
    waiting.delete(data.document);
  }
});

async function prepare(files: File[]): Promise<void> {
  try {
    const known = await Known.of();
    const progress = (count: number) => {
      talks = count;
    };
    tell({ prepared: await examine(files.map(inputOf), { known, progress, document: askPage }) });
  } catch (error) {
    console.error('talkshelf: files could not be read', error);
    tell({ problem: error instanceof LibraryProblem ? error.kind : 'failed' });
  }
}

function inputOf(file: File): InputFile {
  return { name: file.name, bytes: counted(file) };
}

async function* counted(file: File): AsyncIterable<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      read += next.value.length;
      tellProgress();
      yield next.value;
    }
  } finally {
    await reader.cancel();
  }
}

/** Ten times a second is quick enough for a bar. */
function tellProgress(): void {
  if (performance.now() - told < 100) return;
  told = performance.now();
  tell({ read, talks });
}

function askPage(text: string, file: string): Promise<readonly Imported[]> {
  const number = asked++;
  return new Promise((answer) => {
    waiting.set(number, answer);
    tell({ document: number, text, file });
  });
}

function tell(message: FromReader): void {
  postMessage(message);
}
