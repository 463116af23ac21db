import { describe, expect, it } from 'vitest';
import { commandOf, moved } from '../../../components/keys';

const press = (key: string, held: object = {}) => commandOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe('the keyboard map', () => {
  it.each([
    ['/', 'search'],
    ['t', 'tag'],
    ['S', 'status'],
    ['e', 'edit'],
    ['d', 'delete'],
    ['Delete', 'delete'],
    ['z', 'undo'],
    ['?', 'help'],
    [' ', 'select'],
    ['Enter', 'open'],
    ['q', undefined],
    ['End', undefined],
  ])('%s means %s', (key, command) => expect(press(key)).toBe(command));

  it('leaves keys with a modifier, and keys of a text being composed, alone', () => {
    expect(press('z', { ctrlKey: true })).toBeUndefined();
    expect(press('d', { metaKey: true })).toBeUndefined();
    expect(press('s', { altKey: true })).toBeUndefined();
    expect(press('t', { isComposing: true })).toBeUndefined();
  });
});

describe('moving the cursor', () => {
  it.each([
    ['ArrowDown', 0, 3, 1],
    ['ArrowDown', 2, 3, 2],
    ['ArrowUp', 0, 3, 0],
    ['PageDown', 1, 100, 11],
    ['PageUp', 4, 100, 0],
    ['Home', 50, 100, 0],
    ['End', 0, 100, 99],
    ['ArrowLeft', 1, 3, undefined],
    ['constructor', 1, 3, undefined],
    ['ArrowDown', 0, 0, undefined],
  ])('%s at %i of %i goes to %s', (key, place, total, to) => expect(moved(key, place, total)).toBe(to));
});
