import { describe, expect, it, vi } from 'vitest';
import type { SaveReply } from '../../../core/messages';
import { saveSurely } from '../../../entrypoints/popup/saving';
import { draftOf } from '../drafts';

const done = (id: string): SaveReply => ({ added: [id], updated: [], unchanged: [] });
const never = () => new Promise<SaveReply>(() => undefined);
const failing = () => Promise.reject(new Error('the worker is gone'));

describe('a save', () => {
  it('is done by the worker', async () => {
    const write = vi.fn(never);
    await expect(saveSurely([draftOf()], ['a'], { ask: () => Promise.resolve(done('worker')), write })).resolves.toEqual(done('worker'));
    expect(write).not.toHaveBeenCalled();
  });

  it.each([
    ['fails', failing],
    ['does not answer', never],
  ])('is asked for once more where the worker %s', async (_, first) => {
    let asked = 0;
    const ask = () => (asked++ === 0 ? first() : Promise.resolve(done('second')));
    await expect(saveSurely([draftOf()], [], { ask, write: never, patience: 5 })).resolves.toEqual(done('second'));
  });

  it('is written from the popup where the worker stays away, with the same drafts and tags', async () => {
    const write = vi.fn(() => Promise.resolve(done('here')));
    const drafts = [draftOf()];
    await expect(saveSurely(drafts, ['a'], { ask: failing, write })).resolves.toEqual(done('here'));
    expect(write).toHaveBeenCalledExactlyOnceWith(drafts, ['a']);
  });

  it('says so where nothing works', async () => {
    await expect(saveSurely([draftOf()], [], { ask: failing, write: failing })).rejects.toThrow('gone');
  });
});
