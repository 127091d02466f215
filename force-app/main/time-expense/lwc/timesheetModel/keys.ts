/** Which key does what in the grid ("Grid (Interactive Tabular Data and Layout Containers)", ARIA Authoring Practices). */

export type Command =
  /** Moves the focus by rows and days; `extend` takes the cells in between into the selection. */
  | { readonly type: 'move'; readonly rows: number; readonly days: number; readonly extend: boolean }
  /** Moves through all cells in reading order, and out of the grid at its ends. */
  | { readonly type: 'step'; readonly by: 1 | -1 }
  /** Opens the cell; with `text` it is typed over. */
  | { readonly type: 'edit'; readonly text?: string }
  | { readonly type: 'commit'; readonly then: 'down' | 'up' | 'left' | 'right' | 'next' | 'previous' }
  | { readonly type: 'cancel' }
  /** Lets the next Tab leave the grid. */
  | { readonly type: 'release' }
  | { readonly type: 'clear' | 'undo' | 'redo' | 'fillRight' | 'details' | 'selectAll' };

export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing?: boolean;
}

const FAR = 1000;

const MOVES: Readonly<Record<string, readonly [rows: number, days: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -FAR],
  End: [0, FAR],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

const CONTROLS: Readonly<Record<string, Command>> = {
  z: { type: 'undo' },
  y: { type: 'redo' },
  r: { type: 'fillRight' },
  a: { type: 'selectAll' },
  Home: { type: 'move', rows: -FAR, days: -FAR, extend: false },
  End: { type: 'move', rows: FAR, days: FAR, extend: false },
};

/** The command of a key on a cell that is not being edited; undefined leaves the key to the browser. */
export function commandOf(key: Key): Command | undefined {
  if (key.isComposing === true) return undefined;
  const control = key.ctrlKey || key.metaKey;
  if (control) return controlled(key);
  if (key.altKey) return undefined;
  const move = MOVES[key.key];
  if (move !== undefined) return { type: 'move', rows: move[0], days: move[1], extend: key.shiftKey };
  switch (key.key) {
    case 'Tab':
      return { type: 'step', by: key.shiftKey ? -1 : 1 };
    case 'Enter':
      return key.shiftKey ? { type: 'details' } : { type: 'edit' };
    case 'F2':
      return { type: 'edit' };
    case 'Escape':
      return { type: 'release' };
    case 'Delete':
    case 'Backspace':
      return { type: 'clear' };
    default:
      return key.key.length === 1 && key.key !== ' ' ? { type: 'edit', text: key.key } : undefined;
  }
}

function controlled(key: Key): Command | undefined {
  if (key.altKey) return undefined;
  const name = key.key.length === 1 ? key.key.toLowerCase() : key.key;
  if (name === 'z' && key.shiftKey) return { type: 'redo' };
  return CONTROLS[name];
}

/**
 * The command of a key while a cell is being edited. In a cell that is typed over, all arrows go on to the next cell, as in a
 * spreadsheet; in one that was opened, left and right move within its text.
 */
export function editCommandOf(key: Key, isTypedOver = false): Command | undefined {
  if (key.isComposing === true) return undefined;
  if (isTypedOver && !key.shiftKey && !key.ctrlKey && !key.metaKey && !key.altKey) {
    if (key.key === 'ArrowLeft') return { type: 'commit', then: 'left' };
    if (key.key === 'ArrowRight') return { type: 'commit', then: 'right' };
  }
  switch (key.key) {
    case 'Enter':
      return { type: 'commit', then: key.shiftKey ? 'up' : 'down' };
    case 'Tab':
      return { type: 'commit', then: key.shiftKey ? 'previous' : 'next' };
    case 'ArrowUp':
      return { type: 'commit', then: 'up' };
    case 'ArrowDown':
      return { type: 'commit', then: 'down' };
    case 'Escape':
      return { type: 'cancel' };
    default:
      return undefined;
  }
}
