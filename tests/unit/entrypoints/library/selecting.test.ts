import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { NOTHING } from '../../../../components/selection';
import type { Talk } from '../../../../core/talk';
import type { Deeds } from '../../../../entrypoints/library/deeds';
import { Selecting } from '../../../../entrypoints/library/selecting';
import type { Shelf } from '../../../../entrypoints/library/shelf';

it('means all talks with what is asked for while they are still being collected', async () => {
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  async function* everyShown() {
    await gate;
    yield { id: 'one' };
    yield { id: 'two' };
  }
  const edited: string[][] = [];
  const editMany = (ids: string[]) => Promise.resolve(edited.push(ids));
  const selecting = new Selecting(
    { selection: signal(NOTHING), rows: signal(new Map()), everyShown } as unknown as Shelf,
    { editMany } as unknown as Deeds,
  );
  selecting.select({ id: 'one' } as Talk, false);
  void selecting.selectAll();
  const done = selecting.setStatus('watched');
  open();
  await done;
  expect(edited).toEqual([['one', 'two']]);
});
