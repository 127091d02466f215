import { commandOf, editCommandOf, type Key } from '../keys';

function key(name: string, changes: Partial<Key> = {}): Key {
  return { key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...changes };
}

describe('keys of the grid', () => {
  it('move, and extend the selection with Shift', () => {
    expect(commandOf(key('ArrowDown'))).toEqual({ type: 'move', rows: 1, days: 0, extend: false });
    expect(commandOf(key('ArrowLeft', { shiftKey: true }))).toEqual({ type: 'move', rows: 0, days: -1, extend: true });
    expect(commandOf(key('Home'))).toMatchObject({ rows: 0, days: -1000 });
    expect(commandOf(key('Home', { ctrlKey: true }))).toMatchObject({ rows: -1000, days: -1000 });
    expect(commandOf(key('Tab', { shiftKey: true }))).toEqual({ type: 'step', by: -1 });
  });

  it('open a cell, by typing too', () => {
    expect(commandOf(key('F2'))).toEqual({ type: 'edit' });
    expect(commandOf(key('Enter'))).toEqual({ type: 'edit' });
    expect(commandOf(key('8'))).toEqual({ type: 'edit', text: '8' });
    expect(commandOf(key(':'))).toEqual({ type: 'edit', text: ':' });
  });

  it.each([
    ['z', {}, 'undo'],
    ['Z', { shiftKey: true }, 'redo'],
    ['y', {}, 'redo'],
    ['r', {}, 'fillRight'],
    ['R', {}, 'fillRight'],
    ['a', {}, 'selectAll'],
  ])('run Ctrl+%s, and with Command as well', (name, changes, type) => {
    expect(commandOf(key(name, { ...changes, ctrlKey: true }))).toEqual({ type });
    expect(commandOf(key(name, { ...changes, metaKey: true }))).toEqual({ type });
  });

  it('clear, release, and open the details', () => {
    expect(commandOf(key('Delete'))).toEqual({ type: 'clear' });
    expect(commandOf(key('Backspace'))).toEqual({ type: 'clear' });
    expect(commandOf(key('Escape'))).toEqual({ type: 'release' });
    expect(commandOf(key('Enter', { shiftKey: true }))).toEqual({ type: 'details' });
  });

  it('stay with the browser where the grid has no use for them', () => {
    expect(commandOf(key('c', { ctrlKey: true }))).toBeUndefined();
    expect(commandOf(key('v', { metaKey: true }))).toBeUndefined();
    expect(commandOf(key('ArrowLeft', { altKey: true }))).toBeUndefined();
    expect(commandOf(key('F5'))).toBeUndefined();
    expect(commandOf(key('a', { isComposing: true }))).toBeUndefined();
  });

  it('while editing, commit and move, or give up', () => {
    expect(editCommandOf(key('Enter'))).toEqual({ type: 'commit', then: 'down' });
    expect(editCommandOf(key('Enter', { shiftKey: true }))).toEqual({ type: 'commit', then: 'up' });
    expect(editCommandOf(key('Tab'))).toEqual({ type: 'commit', then: 'next' });
    expect(editCommandOf(key('Tab', { shiftKey: true }))).toEqual({ type: 'commit', then: 'previous' });
    expect(editCommandOf(key('ArrowDown'))).toEqual({ type: 'commit', then: 'down' });
    expect(editCommandOf(key('Escape'))).toEqual({ type: 'cancel' });
    expect(editCommandOf(key('ArrowLeft'))).toBeUndefined();
    expect(editCommandOf(key('ArrowLeft'), true)).toEqual({ type: 'commit', then: 'left' });
    expect(editCommandOf(key('ArrowRight'), true)).toEqual({ type: 'commit', then: 'right' });
    expect(editCommandOf(key('ArrowRight', { shiftKey: true }), true)).toBeUndefined();
    expect(editCommandOf(key('Enter', { isComposing: true }))).toBeUndefined();
  });
});
