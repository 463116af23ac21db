import { expect, it } from 'vitest';
import { dropped, pushed, type UndoStack } from '../../../components/undo';

const deed = (text: string) => ({ text, undo: () => Promise.resolve() });

it('keeps the last fifty deeds, the newest first', () => {
  let stack: UndoStack = [];
  for (let number = 1; number <= 60; number++) stack = pushed(stack, deed(String(number)));
  expect(stack.map(({ text }) => text)).toEqual(Array.from({ length: 50 }, (_, index) => String(60 - index)));
});

it('drops one deed and keeps the others in order', () => {
  const [one, two, three] = [deed('1'), deed('2'), deed('3')];
  expect(dropped([three, two, one], two)).toEqual([three, one]);
});
