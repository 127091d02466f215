/** What foreign money was worth at the start of each month. */
import type { Connection } from 'jsforce';
import { firstOfMonth } from '../dates.ts';
import { insertAll } from '../records.ts';

const MONTHS = 14;

/** In dollars, and by how much it moves over a year. */
const CURRENCIES = [
  { code: 'EUR', rate: 1.087, swing: 0.03 },
  { code: 'GBP', rate: 1.28, swing: 0.025 },
  { code: 'INR', rate: 0.0119, swing: 0.0002 },
];

export async function seedExchangeRates(connection: Connection, today: string): Promise<void> {
  await insertAll(
    connection,
    'ExchangeRate__c',
    CURRENCIES.flatMap(({ code, rate, swing }) =>
      Array.from({ length: MONTHS }, (_, index) => {
        const Date__c = firstOfMonth(today, index + 1 - MONTHS);
        const inDollars = rate + swing * Math.sin(index);
        return [
          { FromCurrency__c: code, ToCurrency__c: 'USD', Date__c, Rate__c: Number(inDollars.toFixed(5)) },
          { FromCurrency__c: 'USD', ToCurrency__c: code, Date__c, Rate__c: Number((1 / inDollars).toFixed(5)) },
        ];
      }).flat(),
    ),
  );
}
