import type { Limits } from '../limits.ts';
import type { QueryOptions } from '../services.ts';
import type { Transaction } from '../transaction.ts';
import { type FiscalYear, fiscalYearOf } from './dates/calendar.ts';
import { malformed } from './errors.ts';
import type { RunContext } from './plan/parameters.ts';

/** Rows that are read count against `limits`, when there are any. */
export function runContext(tx: Transaction, options: QueryOptions, limits: Limits | undefined): RunContext {
  let fiscalYear: FiscalYear | undefined;
  return {
    tx,
    limits,
    bind: options.bind ?? refuseBind,
    fiscalYear: () => (fiscalYear ??= fiscalYearOf(tx)),
  };
}

function refuseBind(): never {
  throw malformed('Bind variables only allowed in Apex code');
}
