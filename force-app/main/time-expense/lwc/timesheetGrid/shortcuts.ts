/** Keys of the grid, and what they do. */
export const SHORTCUTS = [
  ['1:30, 1.5, 90m', 'Type a duration'],
  ['Enter, F2', 'Edit the cell; Enter again goes down'],
  ['Tab', 'Next cell; Esc and then Tab leaves the grid'],
  ['Shift + arrows', 'Select cells'],
  ['Delete', 'Clear'],
  ['Ctrl C, Ctrl V', 'Copy and paste, also from a spreadsheet'],
  ['Ctrl R', 'Fill to the right'],
  ['Ctrl Z, Ctrl Y', 'Undo and redo'],
  ['Shift Enter', 'Note and billing of the cell'],
].map(([keys, meaning]) => ({ keys, meaning }));
