import { describe, expect, it } from 'vitest';
import { OUTPUTS, writerOf } from '../../../formats/formats';
import { toBlob, toText } from '../../../formats/output/file';
import { SAMPLE } from './sample';

describe('a file that is written', () => {
  it('is the same as blob and as text, however large', async () => {
    const write = await writerOf('json');
    const talks = Array.from({ length: 1500 }, (_none, index) => ({ ...SAMPLE[0]!, id: `t${index}`, note: '山'.repeat(500) }));
    const blob = await toBlob(write(talks, { now: new Date(0) }), 'application/json');
    expect(await blob.text()).toBe(await toText(write(talks, { now: new Date(0) })));
    expect(blob.type).toBe('application/json');
  });

  it('keeps bytes and text in their order', async () => {
    // eslint-disable-next-line @typescript-eslint/require-await -- whoever reads it takes only what comes bit by bit
    async function* pieces() {
      yield 'a';
      yield new Uint8Array([0x62, 0x63]);
      yield 'd';
    }
    expect(await (await toBlob(pieces(), 'text/plain')).text()).toBe('abcd');
    expect(await toText(pieces())).toBe('abcd');
  });

  it('can be given up', async () => {
    const write = await writerOf('json');
    const blob = toBlob(write(SAMPLE, {}), 'application/json', AbortSignal.abort());
    await expect(blob).rejects.toThrow('aborted');
  });

  it('needs a format that writes', async () => {
    await expect(writerOf('constructor')).rejects.toThrow('no format "constructor"');
    expect(OUTPUTS.map(({ id }) => id)).toEqual(expect.arrayContaining(['json', 'markdown']));
  });
});
