import type { FieldValue } from './index.ts';

/** Whether two stored values are equal: text by case, numbers by value whatever their scale. */
export function sameValue(left: FieldValue, right: FieldValue): boolean {
  if (left === right) return true;
  return left !== null && typeof left === 'object' && left.equals(right);
}
