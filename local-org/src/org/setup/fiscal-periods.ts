/**
 * Standard fiscal years with their quarters and months ("Period" and "FiscalYearSettings", Object Reference): those around the
 * present one. Months are those of the calendar, as the organization's fiscal year starts in January.
 */
import { DateValue } from '../../schema/values/index.ts';
import type { ComponentRow, RowSync } from './sync-rows.ts';

/** Years before and after the present one. */
const REACH = 5;

/** Names of the kinds of periods, with how many months each has. */
const KINDS = { Year: 12, Quarter: 3, Month: 1 } as const;

export function syncFiscalPeriods(rows: RowSync): void {
  const { year } = rows.today;
  const years = Array.from({ length: 2 * REACH + 1 }, (_, index) => year - REACH + index);
  rows.sync(
    'FiscalYearSettings',
    years.map((each) => ({
      name: `Fiscal year ${each}`,
      values: {
        PeriodId: rows.idOf('Period', periodName(each, 'Year', 1)),
        Name: String(each),
        StartDate: DateValue.of(each, 1, 1),
        EndDate: DateValue.of(each, 12, 31),
        IsStandardYear: true,
        YearType: 'Standard',
      },
    })),
  );
  rows.sync(
    'Period',
    years.flatMap((each) => periodsOf(rows, each)),
  );
}

function periodsOf(rows: RowSync, year: number): ComponentRow[] {
  return (Object.keys(KINDS) as (keyof typeof KINDS)[]).flatMap((type) => {
    const months = KINDS[type];
    return Array.from({ length: 12 / months }, (_, index): ComponentRow => {
      const start = DateValue.of(year, 1 + index * months, 1);
      return {
        name: periodName(year, type, index + 1),
        values: {
          FiscalYearSettingsId: rows.idOf('FiscalYearSettings', `Fiscal year ${year}`),
          Type: type,
          Number: index + 1,
          StartDate: start,
          EndDate: start.addMonths(months).addDays(-1),
          IsForecastPeriod: type === 'Month',
          FullyQualifiedLabel: periodName(year, type, index + 1),
        },
      };
    });
  });
}

function periodName(year: number, type: string, number: number): string {
  return type === 'Year' ? `FY ${year}` : `${type} ${number} FY ${year}`;
}
