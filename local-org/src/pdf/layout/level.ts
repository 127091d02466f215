import type { StyledElement } from '../styled.ts';

const BLOCKS = new Set([
  'block',
  'list-item',
  'table',
  'table-row',
  'table-row-group',
  'table-header-group',
  'table-footer-group',
  'table-cell',
  'table-caption',
  'flex',
  'grid',
]);

/** Whether the element, or one inside of it, starts a line of its own. */
export function isBlockLevel(element: StyledElement): boolean {
  const display = element.style.get('display') ?? 'inline';
  if (BLOCKS.has(display)) return true;
  if (display === 'inline-block' || element.tag === 'svg') return false;
  return element.children.some((child) => child.kind === 'element' && isBlockLevel(child));
}
