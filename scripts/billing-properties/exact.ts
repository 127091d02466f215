/** Exact sums of stored rows, in whole minutes and whole cents. */
import type { SObject } from '../../local-org/src/schema/sobject.ts';

export function sum(rows: readonly SObject[], value: (row: SObject) => number): number {
  return rows.reduce((total, row) => total + value(row), 0);
}

export function whole(row: SObject, field: string): number {
  return Number(row.get(field) ?? 0);
}

/** Money and hours have two decimals, which this makes whole. */
export function cents(row: SObject, field: string): number {
  return Math.round(Number(row.get(field) ?? 0) * 100);
}

/** numerator / denominator, of whole numbers, half away from 0. */
export function roundHalfUp(numerator: number, denominator: number): number {
  const size = Math.floor((2 * Math.abs(numerator) + denominator) / (2 * denominator));
  return numerator < 0 ? -size : size;
}
