/** An expense report as it is edited: what was typed, what is saved, and what the policy says while one types. */

export interface Receipt {
  documentId: string;
  versionId: string;
  title: string;
  extension?: string;
}

/** An expense as the server sends and takes it. Amounts are in the line's own currency unless they say otherwise. */
export interface ExpenseLine {
  clientKey?: string;
  expenseId?: string;
  day: string;
  category: string;
  projectId?: string;
  projectName?: string;
  description?: string;
  merchant?: string;
  quantity?: number;
  unitRate?: number;
  amount?: number;
  currencyCode?: string;
  exchangeRate?: number;
  firmAmount?: number;
  rateProblem?: string;
  isBillable: boolean;
  markupPercent?: number;
  billAmount?: number;
  billCurrencyCode?: string;
  isReimbursable: boolean;
  isRefund: boolean;
  policyNote?: string;
  justification?: string;
  rejectionReason?: string;
  receipts?: Receipt[];
}

/** A category and its policy. Limits are in the firm's currency; an absent one is none. */
export interface Category {
  value: string;
  label: string;
  kind: 'Amount' | 'Distance' | 'Days';
  receiptAbove?: number;
  itemLimit?: number;
  dayLimit?: number;
  isBillable: boolean;
}

export interface Project {
  projectId: string;
  name: string;
}

/** Rates of a day for a category and currency. */
export interface Quote {
  unitRate?: number;
  currencyCode?: string;
  exchangeRate?: number;
  problem?: string;
}

/** What became of a line that was sent. */
export interface SaveResult {
  clientKey: string;
  expenseId?: string;
  problem?: string;
}

/** A line on the screen. `entered` is the text of its amount, distance or days; `saved` is the line as the server has it. */
export interface Row {
  readonly key: string;
  readonly line: ExpenseLine;
  readonly entered: string;
  readonly saved?: ExpenseLine;
  readonly quote?: Quote;
  readonly problem?: string;
  readonly isDirty: boolean;
}

/** Fields of a line that a person changes, and the text of its amount. */
export type RowChange = Partial<ExpenseLine> & { entered?: string };

const CENTS = 100;

/** Half-up to the cent, as on the server; the smallest step above a number outweighs what binary fractions lose. */
export function roundMoney(amount: number): number {
  const scaled = Math.abs(amount) * CENTS;
  return (Math.sign(amount) * Math.round(scaled + scaled * Number.EPSILON * 2)) / CENTS;
}

/** A number as people type it, with a point or comma for decimals; `undefined` when it is none. */
export function parseNumber(text: string): number | undefined {
  const compact = text.trim().replaceAll(/[\s'’]/g, '');
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(compact)
    ? compact.replaceAll(',', '')
    : /^-?\d+,\d{1,2}$/.test(compact)
      ? compact.replace(',', '.')
      : compact;
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}

/** The lines of one report. Every change gives a new sheet. */
export class ExpenseSheet {
  readonly rows: readonly Row[];
  private readonly categories: ReadonlyMap<string, Category>;

  private constructor(rows: readonly Row[], categories: ReadonlyMap<string, Category>) {
    this.rows = rows;
    this.categories = categories;
  }

  static of(lines: readonly ExpenseLine[], categories: readonly Category[]): ExpenseSheet {
    const byValue = new Map(categories.map((category) => [category.value, category]));
    return new ExpenseSheet([], byValue).takeLines(lines);
  }

  categoryOf(row: Row): Category | undefined {
    return this.categories.get(row.line.category);
  }

  isAllowance(row: Row): boolean {
    return (this.categoryOf(row)?.kind ?? 'Amount') !== 'Amount';
  }

  row(key: string): Row | undefined {
    return this.rows.find((row) => row.key === key);
  }

  add(key: string, line: ExpenseLine): ExpenseSheet {
    return this.with([...this.rows, { key, line, entered: '', isDirty: true }]);
  }

  remove(key: string): ExpenseSheet {
    return this.with(this.rows.filter((row) => row.key !== key));
  }

  /** What a person changes. A new category keeps the amount typed and takes its own default for billing. */
  change(key: string, { entered, ...fields }: RowChange): ExpenseSheet {
    return this.update(key, (row) => {
      const line = { ...row.line, ...fields };
      if ('category' in fields || 'projectId' in fields)
        line.isBillable = line.projectId !== undefined && (this.categories.get(line.category)?.isBillable ?? false);
      const changed = { ...row, line, entered: entered ?? row.entered, isDirty: true, problem: undefined };
      const quote = this.isQuoteOf(row, changed) ? row.quote : undefined;
      return { ...changed, quote };
    });
  }

  setQuote(key: string, quote: Quote): ExpenseSheet {
    return this.update(key, (row) => ({ ...row, quote }));
  }

  /** What can be saved now: changed and with everything that is needed. */
  toSave(): ExpenseLine[] {
    return this.rows.filter((row) => row.isDirty && row.problem === undefined && this.isComplete(row)).map(lineToSend);
  }

  private isComplete(row: Row): boolean {
    return row.line.day !== '' && row.line.category !== '' && parseNumber(row.entered) !== undefined;
  }

  /** Lines that are not saved, with the reason where there is one. */
  get unsaved(): Row[] {
    return this.rows.filter((row) => row.isDirty);
  }

  /** Takes over what the server says, except in lines that were changed again while it was saving. */
  takeOutcome(
    sent: readonly ExpenseLine[],
    results: readonly SaveResult[],
    lines: readonly ExpenseLine[],
  ): ExpenseSheet {
    const sentByKey = new Map(sent.map((line) => [line.clientKey, line]));
    const stored = new Map(lines.map((line) => [line.expenseId, line]));
    const resultByKey = new Map(results.map((result) => [result.clientKey, result]));
    const rows = this.rows.map((row) => {
      const result = resultByKey.get(row.key);
      if (result === undefined) return row;
      const expenseId = result.expenseId ?? row.line.expenseId;
      const isSameAsSent = JSON.stringify(sentByKey.get(row.key)) === JSON.stringify(lineToSend(row));
      const line = { ...row.line, expenseId };
      const saved = stored.get(expenseId);
      if (result.problem !== undefined) return { ...row, line, problem: isSameAsSent ? result.problem : undefined };
      return isSameAsSent && saved !== undefined ? savedRow(row.key, saved) : { ...row, line, saved };
    });
    return this.with(rows).takeLines(lines);
  }

  /** Takes the stored lines over into rows that nobody is changing, adds new ones and drops those that are gone. */
  takeLines(lines: readonly ExpenseLine[]): ExpenseSheet {
    const left = new Map(lines.map((line) => [line.expenseId, line]));
    const rows = this.rows.flatMap((row) => {
      const stored = left.get(row.line.expenseId);
      left.delete(row.line.expenseId);
      if (stored === undefined) return row.line.expenseId === undefined || row.isDirty ? [row] : [];
      return [row.isDirty ? { ...row, saved: stored } : savedRow(row.key, stored)];
    });
    const added = [...left.values()].map((line) => savedRow(line.expenseId ?? '', line));
    return this.with([...rows, ...added]);
  }

  /** What one unit of the line's currency is worth to the firm, as far as it is known. */
  exchangeRate(row: Row, firmCurrency: string): number | undefined {
    if (row.line.currencyCode === firmCurrency) return 1;
    const { saved, quote, line } = row;
    const isSaved = saved?.currencyCode === line.currencyCode && saved?.day === line.day;
    return quote?.exchangeRate ?? (isSaved ? saved?.exchangeRate : undefined);
  }

  /** Amount in the line's own currency, of what is typed. */
  amount(row: Row): number | undefined {
    const entered = parseNumber(row.entered);
    if (entered === undefined) return undefined;
    if (!this.isAllowance(row)) return roundMoney(entered);
    const { saved, quote, line } = row;
    const isSaved = saved?.category === line.category && saved?.day === line.day;
    const unitRate = quote?.unitRate ?? (isSaved ? saved?.unitRate : undefined);
    return unitRate === undefined ? undefined : roundMoney(entered * unitRate);
  }

  /** Amount in the firm's currency: the stored one, or what is typed at the rate of the day. */
  firmAmount(row: Row, firmCurrency: string): number | undefined {
    if (!row.isDirty) return row.line.firmAmount;
    const amount = this.amount(row);
    const rate = this.exchangeRate(row, firmCurrency);
    return amount === undefined || rate === undefined ? undefined : roundMoney(amount * rate);
  }

  /** What the policy says about a line, as one types. */
  warnings(row: Row, firmCurrency: string): string[] {
    const category = this.categoryOf(row);
    const amount = this.firmAmount(row, firmCurrency);
    if (category === undefined || amount === undefined || amount <= 0) return [];
    const money = (value: number) => `${value.toFixed(2)} ${firmCurrency}`;
    const found: string[] = [];
    const isOverItem = category.itemLimit !== undefined && amount > category.itemLimit;
    const dayTotal = this.dayTotal(row, firmCurrency);
    if (!row.isDirty && row.line.policyNote !== undefined) found.push(row.line.policyNote);
    else if (isOverItem) found.push(`${money(amount)} is over the limit of ${money(category.itemLimit!)} an item.`);
    else if (category.dayLimit !== undefined && dayTotal > category.dayLimit)
      found.push(`${category.label} of this day come to ${money(dayTotal)}, over ${money(category.dayLimit)} a day.`);
    if (found.length > 0 && !row.line.justification) found.push('Say why in the justification.');
    if (category.receiptAbove !== undefined && amount > category.receiptAbove && !row.line.receipts?.length)
      found.push(
        category.receiptAbove === 0
          ? 'A receipt is needed.'
          : `A receipt is needed above ${money(category.receiptAbove)}.`,
      );
    return found;
  }

  private dayTotal(row: Row, firmCurrency: string): number {
    return roundMoney(
      this.rows
        .filter((other) => other.line.day === row.line.day && other.line.category === row.line.category)
        .reduce((sum, other) => sum + (this.firmAmount(other, firmCurrency) ?? 0), 0),
    );
  }

  /** Sums of the lines as they are typed; `missing` counts those without a rate, which are in no sum. */
  totals(firmCurrency: string): { total: number; reimbursable: number; missing: number } {
    let total = 0;
    let reimbursable = 0;
    let missing = 0;
    for (const row of this.rows) {
      const amount = this.firmAmount(row, firmCurrency);
      if (amount === undefined) missing += parseNumber(row.entered) === undefined ? 0 : 1;
      total += amount ?? 0;
      reimbursable += row.line.isReimbursable ? (amount ?? 0) : 0;
    }
    return { total: roundMoney(total), reimbursable: roundMoney(reimbursable), missing };
  }

  /** What clients are charged, by currency, for lines as they are saved. */
  get billTotals(): { currencyCode: string; amount: number }[] {
    const sums = new Map<string, number>();
    for (const { line } of this.rows)
      if (line.billAmount !== undefined && line.billCurrencyCode !== undefined)
        sums.set(line.billCurrencyCode, roundMoney((sums.get(line.billCurrencyCode) ?? 0) + line.billAmount));
    return [...sums].map(([currencyCode, amount]) => ({ currencyCode, amount }));
  }

  private isQuoteOf(before: Row, after: Row): boolean {
    const same = before.line.currencyCode === after.line.currencyCode || this.isAllowance(after);
    return same && before.line.day === after.line.day && before.line.category === after.line.category;
  }

  private update(key: string, change: (row: Row) => Row): ExpenseSheet {
    return this.with(this.rows.map((row) => (row.key === key ? change(row) : row)));
  }

  private with(rows: readonly Row[]): ExpenseSheet {
    return new ExpenseSheet(rows, this.categories);
  }
}

function savedRow(key: string, line: ExpenseLine): Row {
  return {
    key,
    line,
    entered: line.quantity?.toString() ?? line.amount?.toFixed(2) ?? '',
    saved: line,
    isDirty: false,
  };
}

/** The server reads the number that belongs to the category and ignores the other. */
function lineToSend(row: Row): ExpenseLine {
  const number = parseNumber(row.entered);
  const { day, category, projectId, description, merchant, currencyCode, justification, markupPercent } = row.line;
  const { expenseId, isBillable, isReimbursable, isRefund } = row.line;
  return {
    clientKey: row.key,
    expenseId,
    day,
    category,
    projectId,
    description,
    merchant,
    quantity: number,
    amount: number,
    currencyCode,
    isBillable,
    markupPercent,
    isReimbursable,
    isRefund,
    justification,
  };
}
