import assert from 'node:assert/strict';
import { it } from 'node:test';
import { DateValue } from '../../../schema/values/index.ts';
import { daySpan } from './literals.ts';

/** Wednesday; weeks start on Sunday, fiscal years on 1 February. */
const calendar = {
  today: DateValue.parse('2026-01-14'),
  firstDayOfWeek: 0,
  fiscalYear: { startMonth: 2, namedByStart: false },
};

const SPANS: readonly [literal: string, count: number, from: string, to: string][] = [
  ['YESTERDAY', 0, '2026-01-13', '2026-01-14'],
  ['TODAY', 0, '2026-01-14', '2026-01-15'],
  ['TOMORROW', 0, '2026-01-15', '2026-01-16'],
  ['LAST_WEEK', 0, '2026-01-04', '2026-01-11'],
  ['THIS_WEEK', 0, '2026-01-11', '2026-01-18'],
  ['NEXT_WEEK', 0, '2026-01-18', '2026-01-25'],
  ['LAST_MONTH', 0, '2025-12-01', '2026-01-01'],
  ['THIS_MONTH', 0, '2026-01-01', '2026-02-01'],
  ['NEXT_MONTH', 0, '2026-02-01', '2026-03-01'],
  ['LAST_90_DAYS', 0, '2025-10-16', '2026-01-15'],
  ['NEXT_90_DAYS', 0, '2026-01-15', '2026-04-15'],
  ['LAST_N_DAYS', 1, '2026-01-13', '2026-01-15'],
  ['NEXT_N_DAYS', 2, '2026-01-15', '2026-01-17'],
  ['N_DAYS_AGO', 3, '2026-01-11', '2026-01-12'],
  ['LAST_N_WEEKS', 2, '2025-12-28', '2026-01-11'],
  ['NEXT_N_WEEKS', 1, '2026-01-18', '2026-01-25'],
  ['N_WEEKS_AGO', 1, '2026-01-04', '2026-01-11'],
  ['LAST_N_MONTHS', 2, '2025-11-01', '2026-01-01'],
  ['NEXT_N_MONTHS', 2, '2026-02-01', '2026-04-01'],
  ['N_MONTHS_AGO', 1, '2025-12-01', '2026-01-01'],
  ['LAST_QUARTER', 0, '2025-10-01', '2026-01-01'],
  ['THIS_QUARTER', 0, '2026-01-01', '2026-04-01'],
  ['NEXT_N_QUARTERS', 2, '2026-04-01', '2026-10-01'],
  ['N_QUARTERS_AGO', 2, '2025-07-01', '2025-10-01'],
  ['THIS_YEAR', 0, '2026-01-01', '2027-01-01'],
  ['LAST_N_YEARS', 2, '2024-01-01', '2026-01-01'],
  ['N_YEARS_AGO', 1, '2025-01-01', '2026-01-01'],
  ['THIS_FISCAL_QUARTER', 0, '2025-11-01', '2026-02-01'],
  ['NEXT_FISCAL_QUARTER', 0, '2026-02-01', '2026-05-01'],
  ['LAST_N_FISCAL_QUARTERS', 2, '2025-05-01', '2025-11-01'],
  ['THIS_FISCAL_YEAR', 0, '2025-02-01', '2026-02-01'],
  ['LAST_FISCAL_YEAR', 0, '2024-02-01', '2025-02-01'],
  ['N_FISCAL_YEARS_AGO', 2, '2023-02-01', '2024-02-01'],
];

for (const [literal, count, from, to] of SPANS) {
  it(`${literal}${count === 0 ? '' : `:${count}`} is from ${from} until before ${to}`, () => {
    const span = daySpan(literal, count, calendar);
    assert.deepEqual([String(span.from), String(span.to)], [from, to]);
  });
}
