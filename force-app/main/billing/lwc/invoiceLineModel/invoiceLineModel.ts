/** Lines of a draft while a person edits them: what was typed, what it amounts to and what the server is told. */
import { amountText, fromCents, parseAmount, sum, toCents } from 'c/cents';

export interface Line {
  Id: string;
  Type__c?: string;
  Description__c?: string;
  Quantity__c: number;
  UnitPrice__c: number;
  Amount__c: number;
  TaxPercent__c?: number;
  TaxAmount__c?: number;
  /** What the rules computed; not given on lines made by hand. */
  ComputedQuantity__c?: number;
  ComputedAmount__c?: number;
  AdjustmentReason__c?: string;
  Minutes__c?: number;
  Project__r?: { Name: string };
  ServiceFrom__c?: string;
  ServiceTo__c?: string;
}

/** What stands in the inputs of one line. */
export interface LineInput {
  description: string;
  quantity: string;
  unitPrice: string;
  reason: string;
}

export interface Adjustment {
  lineId: string;
  quantity: number;
  unitPrice: number;
  description: string;
  reason: string | null;
}

export interface Totals {
  subtotal: number;
  tax: number;
  total: number;
}

export function inputOf(line: Line): LineInput {
  return {
    description: line.Description__c ?? '',
    quantity: amountText(line.Quantity__c),
    unitPrice: amountText(line.UnitPrice__c),
    reason: line.AdjustmentReason__c ?? '',
  };
}

/** What the line comes to as it is typed, half-up to the cent; undefined while a number cannot be read. */
export function amountOf(input: LineInput): number | undefined {
  const quantity = parseAmount(input.quantity);
  const unitPrice = parseAmount(input.unitPrice);
  return quantity === undefined || unitPrice === undefined ? undefined : product(quantity, unitPrice);
}

/** Whether the line differs from what the rules computed, so that a reason is needed. */
export function isAdjusted(line: Line, amount: number | undefined): boolean {
  return line.ComputedAmount__c !== undefined && amount !== undefined && amount !== line.ComputedAmount__c;
}

export function isChanged(line: Line, input: LineInput): boolean {
  const saved = inputOf(line);
  return (Object.keys(saved) as (keyof LineInput)[]).some((key) => saved[key] !== input[key]);
}

/** What stands between the input and a save; undefined when nothing does. */
export function problemOf(line: Line, input: LineInput): string | undefined {
  const amount = amountOf(input);
  if (amount === undefined) return 'Quantity and price are numbers with at most two decimals.';
  if (input.description.trim() === '') return 'Say what is billed.';
  return isAdjusted(line, amount) && input.reason.trim() === '' ? 'Say why the amount is changed.' : undefined;
}

/** For input without a problem. */
export function adjustmentOf(line: Line, input: LineInput): Adjustment {
  return {
    lineId: line.Id,
    quantity: parseAmount(input.quantity)!,
    unitPrice: parseAmount(input.unitPrice)!,
    description: input.description.trim(),
    reason: input.reason.trim() === '' ? null : input.reason.trim(),
  };
}

/** What the line was before it was adjusted by a person; undefined when there is no such thing, or no way to print it. */
export function computedInput(line: Line): LineInput | undefined {
  const { ComputedQuantity__c: quantity, ComputedAmount__c: amount } = line;
  if (quantity === undefined || quantity === 0 || amount === undefined || amount === line.Amount__c) return undefined;
  const unitPrice = fromCents(toCents(amount / quantity));
  if (product(quantity, unitPrice) !== amount) return undefined;
  return {
    description: line.Description__c ?? '',
    quantity: amountText(quantity),
    unitPrice: amountText(unitPrice),
    reason: '',
  };
}

/** Totals with what is typed but not saved. Tax is that of the whole sum of each rate; a client who is exempt pays none. */
export function totalsOf(lines: readonly Line[], inputs: ReadonlyMap<string, LineInput>): Totals {
  const isExempt = lines.length > 0 && lines.every((line) => (line.TaxAmount__c ?? 0) === 0);
  const byRate = new Map<number, number>();
  for (const line of lines) {
    const input = inputs.get(line.Id);
    const amount = (input && amountOf(input)) ?? line.Amount__c;
    const rate = isExempt ? 0 : (line.TaxPercent__c ?? 0);
    byRate.set(rate, sum([byRate.get(rate) ?? 0, amount]));
  }
  const subtotal = sum([...byRate.values()]);
  const tax = sum([...byRate].map(([rate, amount]) => taxOf(amount, rate)));
  return { subtotal, tax, total: sum([subtotal, tax]) };
}

/** Of two numbers with two decimals each, half-up. */
function product(first: number, second: number): number {
  return fromCents(halfUp(toCents(first) * toCents(second), 100));
}

/** The percentage has up to three decimals. */
function taxOf(amount: number, percent: number): number {
  return fromCents(halfUp(toCents(amount) * Math.round(percent * 1000), 100_000));
}

/** Whole quotient of whole numbers; a half goes away from zero. */
function halfUp(dividend: number, divisor: number): number {
  return Math.sign(dividend) * Math.floor((Math.abs(dividend) * 2 + divisor) / (divisor * 2));
}
