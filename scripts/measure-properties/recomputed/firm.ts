/** The months of the firm: receivables, revenue of a year, heads, pipeline. Facts of a day are told for the running month. */
import { Decimal } from 'decimal.js';
import { addDays, firstOfMonth, lastOfMonth } from '../../seed/dates.ts';
import { Exchange, FIRM } from './exchange.ts';
import type { Months } from './months.ts';
import { amount, byId, cents, number, text, total, ZERO, type Raw } from './raw.ts';

/** Of one month; what is not known or has nothing to divide by is undefined. */
export type FirmMonth = Readonly<Record<string, Decimal | undefined>>;

const NOT_ASKED_FOR = ['Draft', 'Void'];
const RUNNING = ['Planned', 'In Progress', 'On Hold'];
const COUNTED_BACK = 24;

export class FirmMonths {
  readonly #raw: Raw;
  readonly #today: string;
  readonly #exchange: Exchange;
  /** As recomputed, by project. */
  readonly #projects: Months;

  constructor(raw: Raw, projects: Months, today: string) {
    this.#raw = raw;
    this.#today = today;
    this.#exchange = new Exchange(raw);
    this.#projects = projects;
  }

  of(month: string): FirmMonth {
    const running = firstOfMonth(this.#today);
    const period = this.#raw.FiscalPeriod__c.find((row) => firstOfMonth(text(row, 'StartDate__c')) === month);
    const target = period === undefined ? undefined : number(period, 'RevenueTarget__c');
    return {
      RecognizedRevenue__c: this.#sum(month, 'RecognizedRevenue__c'),
      LeakageAmount__c: this.#sum(month, 'LeakageAmount__c'),
      LeakagePercent__c: ratio(
        this.#sum(month, 'LeakageAmount__c').times(100),
        this.#sum(month, 'RecognizedRevenue__c'),
      ),
      CompletedProjects__c: this.#sum(month, 'CompletedProjects__c'),
      OnTimeProjects__c: this.#sum(month, 'OnTimeProjects__c'),
      RevenueTarget__c: target,
      ...(month <= running && this.#past(month)),
      ...(month >= running && {
        WeightedPipeline__c: this.#pipeline(month),
        PipelineCoverage__c: ratio(this.#pipeline(month), target),
      }),
      ...(month === running && { Backlog__c: this.#backlog() }),
    };
  }

  #past(month: string): FirmMonth {
    const receivables = this.#receivables(month);
    const billed = this.#billed(month);
    const days = new Decimal(this.#days(month));
    const year = total(
      Array.from({ length: 12 }, (_, back) => this.#sum(firstOfMonth(month, -back), 'ServicesRevenue__c')),
    );
    const heads = this.#averageEmployees(firstOfMonth(month, -11), this.#lookedAt(month));
    return {
      Receivables__c: receivables,
      Invoiced__c: billed,
      DSO__c: billed.gt(0) ? ratio(receivables.times(days), billed) : undefined,
      CountBackDSO__c: this.#countedBack(month, receivables),
      RevenueTwelveMonths__c: year,
      AverageEmployees__c: heads,
      RevenuePerEmployee__c: ratio(year, heads),
    };
  }

  #sum(month: string, field: string): Decimal {
    const rows = Object.entries(this.#projects).filter(([key]) => key.endsWith(` ${month}`));
    return total(rows.map(([, row]) => new Decimal(row[field] ?? 0)));
  }

  /** The day of a month on which its balances are looked at. */
  #lookedAt(month: string): string {
    return lastOfMonth(month) < this.#today ? lastOfMonth(month) : this.#today;
  }

  #days(month: string): number {
    return (Date.parse(this.#lookedAt(month)) - Date.parse(month)) / 86_400_000 + 1;
  }

  /** Tax included; by currency, at the rate of the day that is looked at. */
  #receivables(month: string): Decimal {
    const invoices = byId(this.#raw.Invoice__c);
    const owed = new Map<string, Decimal>();
    const add = (currency: string, value: Decimal): void =>
      void owed.set(currency, (owed.get(currency) ?? ZERO).plus(value));
    for (const invoice of invoices.values()) {
      if (this.#counts(invoice, text(invoice, 'InvoiceDate__c'), month)) {
        add(text(invoice, 'CurrencyCode__c'), amount(invoice, 'Total__c'));
      }
    }
    for (const payment of this.#raw.Payment__c) {
      const invoice = invoices.get(text(payment, 'Invoice__c')) ?? {};
      if (this.#counts(invoice, text(payment, 'Date__c'), month)) {
        add(text(invoice, 'CurrencyCode__c'), amount(payment, 'Amount__c').negated());
      }
    }
    return total([...owed].map(([code, value]) => this.#exchange.inFirm(value, code, this.#lookedAt(month)) ?? ZERO));
  }

  #counts(invoice: Readonly<Record<string, unknown>>, day: string, month: string): boolean {
    return !NOT_ASKED_FOR.includes(text(invoice, 'Status__c')) && day <= lastOfMonth(month);
  }

  #billed(month: string): Decimal {
    const ofMonth = this.#raw.Invoice__c.filter(
      (row) => !NOT_ASKED_FOR.includes(text(row, 'Status__c')) && firstOfMonth(text(row, 'InvoiceDate__c')) === month,
    );
    return total(
      ofMonth.map(
        (row) =>
          this.#exchange.inFirm(amount(row, 'Total__c'), text(row, 'CurrencyCode__c'), text(row, 'InvoiceDate__c')) ??
          ZERO,
      ),
    );
  }

  #countedBack(month: string, receivables: Decimal): Decimal | undefined {
    let left = receivables;
    let days = ZERO;
    for (let back = 0; back <= COUNTED_BACK && left.gt(0); back++) {
      const earlier = firstOfMonth(month, -back);
      const billed = this.#billed(earlier);
      const isEnough = billed.gte(left);
      days = days.plus(isEnough ? left.times(this.#days(earlier)).div(billed) : this.#days(earlier));
      left = isEnough ? ZERO : left.minus(billed);
    }
    return left.gt(0) ? undefined : cents(days);
  }

  #averageEmployees(from: string, to: string): Decimal | undefined {
    let days = 0;
    let employed = 0;
    const people = this.#raw.Resource__c.filter(
      (row) =>
        text(row, 'ResourceType__c') === 'Employee' && (row['IsActive__c'] === true || text(row, 'EndDate__c') !== ''),
    );
    for (let day = from; day <= to; day = addDays(day, 1)) {
      days++;
      employed += people.filter(
        (row) => text(row, 'StartDate__c') <= day && (text(row, 'EndDate__c') || '9999') >= day,
      ).length;
    }
    return ratio(new Decimal(employed), new Decimal(days));
  }

  /** Open opportunities that sell services; what is overdue is expected this month. */
  #pipeline(month: string): Decimal {
    const running = firstOfMonth(this.#today);
    const estimated = new Set(this.#raw.EstimateLine__c.map((row) => text(row, 'Opportunity__c')));
    const open = this.#raw.Opportunity.filter((row) => {
      const sells = text(row, 'ProjectTemplate__c') !== '' || estimated.has(text(row, 'Id'));
      const closes = firstOfMonth(text(row, 'CloseDate'));
      return row['IsClosed'] === false && sells && (closes < running ? running : closes) === month;
    });
    return total(open.map((row) => cents(amount(row, 'Amount').times(amount(row, 'Probability')).div(100))));
  }

  #backlog(): Decimal {
    const recognized = new Map<string, Decimal>();
    for (const row of this.#raw.RevenueEntry__c) {
      if (text(row, 'Stream__c') === 'Loss Provision') continue;
      const project = text(row, 'Project__c');
      recognized.set(project, (recognized.get(project) ?? ZERO).plus(amount(row, 'Amount__c')));
    }
    return total(
      this.#raw.Project__c.filter(
        (row) => RUNNING.includes(text(row, 'Status__c')) && row['IsTemplate__c'] !== true,
      ).map((row) => {
        const left = amount(row, 'ContractValue__c').minus(recognized.get(text(row, 'Id')) ?? ZERO);
        const value = Decimal.max(0, left);
        return this.#exchange.inFirm(value, text(row, 'CurrencyCode__c') || FIRM, this.#today) ?? ZERO;
      }),
    );
  }
}

/** Blank with nothing to divide by. */
export function ratio(numerator: Decimal, divisor: Decimal | undefined): Decimal | undefined {
  return divisor === undefined || divisor.isZero() ? undefined : cents(numerator.div(divisor));
}
