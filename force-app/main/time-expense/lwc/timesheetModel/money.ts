/** What the time of a week is worth, for those who may see it. */
import type { Cell, SheetGrid } from './grid';
import { billedMinutes, type WorkRow } from './sheet';

/** Sums by currency, and the billed minutes that no rate was found for: those are shown, never counted as zero. */
export interface Worth {
  readonly amounts: ReadonlyMap<string, number>;
  readonly minutesWithoutRate: number;
}

/**
 * Money of minutes at a rate an hour, half-up to the coins of the currency, counted in whole numbers so that no binary
 * fraction rounds wrongly. An estimate while one types: the server's amounts count.
 */
export function amountOf(minutes: number, ratePerHour: number, currency: string): number {
  const coinsPerUnit = hasCents(currency) ? 100 : 1;
  const worth = Math.round(ratePerHour * 100) * minutes * coinsPerUnit;
  return (Math.sign(worth) * Math.floor((Math.abs(worth) * 2 + 6000) / 12000)) / coinsPerUnit;
}

/** Undefined when there is something to bill and no rate for it. */
export function cellAmount(cell: Cell, rate: number | undefined, currency: string): number | undefined {
  const minutes = billedMinutes(cell.value);
  if (minutes === 0) return 0;
  if (cell.draft === undefined && cell.stored?.amount !== undefined) return cell.stored.amount;
  return rate === undefined ? undefined : amountOf(minutes, rate, currency);
}

export function worthOf(grid: SheetGrid, rows: readonly WorkRow[] = grid.rows): Worth {
  const cents = new Map<string, number>();
  let minutesWithoutRate = 0;
  for (const row of rows) {
    for (const day of grid.days.keys()) {
      const cell = grid.cell({ rowKey: row.key, day });
      const amount = cellAmount(cell, row.rates[day], row.currency ?? '');
      if (amount === undefined) minutesWithoutRate += billedMinutes(cell.value);
      else if (amount !== 0) addTo(cents, row.currency ?? '', Math.round(amount * 100));
    }
  }
  return { amounts: new Map([...cents].map(([currency, sum]) => [currency, sum / 100])), minutesWithoutRate };
}

function addTo(sums: Map<string, number>, key: string, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

function hasCents(currency: string): boolean {
  return currency === '' || formatOf(currency, 'en-US').resolvedOptions().maximumFractionDigits !== 0;
}

const formats = new Map<string, Intl.NumberFormat>();

export function formatMoney(amount: number, currency: string, locale: string): string {
  return formatOf(currency, locale).format(amount);
}

/** With the decimals of the currency, at most two: nothing more is kept. */
function formatOf(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = formats.get(key);
  if (known) return known;
  const format =
    currency === ''
      ? new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
      : currencyFormat(currency, locale);
  formats.set(key, format);
  return format;
}

function currencyFormat(currency: string, locale: string): Intl.NumberFormat {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return digits <= 2
    ? format
    : new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 2 });
}

/** `$1,250.00 + €80.00`; nothing when there is nothing to bill. */
export function formatWorth({ amounts }: Pick<Worth, 'amounts'>, locale: string): string {
  return [...amounts].map(([currency, amount]) => formatMoney(amount, currency, locale)).join(' + ');
}
