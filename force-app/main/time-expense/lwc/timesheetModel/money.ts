/** What the time of a week is worth, for those who may see it. */
import type { Cell, SheetGrid } from './grid';
import { billedMinutes, type WorkRow } from './sheet';

/** Sums by currency, and the billed minutes that no rate was found for: those are shown, never counted as zero. */
export interface Worth {
  readonly amounts: ReadonlyMap<string, number>;
  readonly minutesWithoutRate: number;
}

/**
 * Money of minutes at a rate an hour, half-up to cents, counted in whole numbers so that no binary fraction rounds wrongly. An
 * estimate while one types: the server's amounts count.
 */
export function amountOf(minutes: number, ratePerHour: number): number {
  const cents = Math.round(ratePerHour * 100) * minutes;
  return (Math.sign(cents) * Math.floor((Math.abs(cents) * 2 + 60) / 120)) / 100;
}

/** Undefined when there is something to bill and no rate for it. */
export function cellAmount(cell: Cell, rate: number | undefined): number | undefined {
  const minutes = billedMinutes(cell.value);
  if (minutes === 0) return 0;
  if (cell.draft === undefined && cell.stored?.amount !== undefined) return cell.stored.amount;
  return rate === undefined ? undefined : amountOf(minutes, rate);
}

export function worthOf(grid: SheetGrid, rows: readonly WorkRow[] = grid.rows): Worth {
  const cents = new Map<string, number>();
  let minutesWithoutRate = 0;
  for (const row of rows) {
    for (const day of grid.days.keys()) {
      const cell = grid.cell({ rowKey: row.key, day });
      const amount = cellAmount(cell, row.rates[day]);
      if (amount === undefined) minutesWithoutRate += billedMinutes(cell.value);
      else if (amount !== 0) addTo(cents, row.currency ?? '', Math.round(amount * 100));
    }
  }
  return { amounts: new Map([...cents].map(([currency, sum]) => [currency, sum / 100])), minutesWithoutRate };
}

function addTo(sums: Map<string, number>, key: string, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

const formats = new Map<string, Intl.NumberFormat>();

export function formatMoney(amount: number, currency: string, locale: string): string {
  const key = `${locale} ${currency}`;
  const options = currency === '' ? { minimumFractionDigits: 2 } : { style: 'currency' as const, currency };
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { ...options, maximumFractionDigits: 2 });
  formats.set(key, format);
  return format.format(amount);
}

/** `$1,250.00 + €80.00`; nothing when there is nothing to bill. */
export function formatWorth({ amounts }: Worth, locale: string): string {
  return [...amounts].map(([currency, amount]) => formatMoney(amount, currency, locale)).join(' + ');
}
