/** Section 7: what each arrangement has earned by the end of a day, by its method, from approved work and what was asked for. */
import { Decimal } from 'decimal.js';
import { addDays, firstOfMonth } from '../../seed/dates.ts';
import { Exchange, FIRM } from './exchange.ts';
import { amount, byId, cents, number, text, total, ZERO, type Raw, type Row } from './raw.ts';
import type { Work } from './work.ts';

const USUAL: Readonly<Record<string, string>> = {
  'Time and Materials': 'As Incurred',
  'Capped T&M': 'As Incurred',
  'Fixed Fee': 'Percent by Hours',
  'Percent Complete': 'Percent by Cost',
  Milestone: 'On Milestone',
  Retainer: 'Straight Line',
};
const NOT_ASKED_FOR = ['Draft', 'Void'];
const ONE = new Decimal(1);

export class Earnings {
  readonly #raw: Raw;
  readonly #work: readonly Work[];
  readonly #day: string;
  readonly #exchange: Exchange;

  /** day: the last one that counts. */
  constructor(raw: Raw, work: readonly Work[], day: string) {
    this.#raw = raw;
    this.#day = day;
    this.#work = work.filter((entry) => entry.week === 'Approved');
    this.#exchange = new Exchange(raw);
  }

  /** In the project's currency; undefined when nothing says how far the work is. */
  services(arrangement: Row): Decimal | undefined {
    const id = text(arrangement, 'Id');
    const project = this.#projectOf(arrangement);
    const credited = this.#credited(id, false);
    const method = text(arrangement, 'RevenueMethod__c') || USUAL[text(arrangement, 'Type__c')];
    if (text(arrangement, 'Type__c') === 'Retainer') return this.#retained(arrangement, project).minus(credited);
    switch (method) {
      case undefined:
        return ZERO;
      case 'As Incurred':
        return this.#incurred(arrangement).minus(credited);
      case 'On Milestone':
        return this.#reached(arrangement, project).minus(credited);
      default: {
        const fraction = this.#isDelivered(project) ? ONE : this.#fraction(method, arrangement, project);
        return fraction && cents(amount(arrangement, 'Amount__c').minus(credited).times(fraction));
      }
    }
  }

  /** Expenses passed on to the client. */
  expenses(arrangement: Row): Decimal {
    const approved = this.#approvedExpenses(text(arrangement, 'Project__c')).filter(
      (row) => this.#arrangementOf(row) === text(arrangement, 'Id'),
    );
    return total(approved.map(valueOf)).minus(this.#credited(text(arrangement, 'Id'), true));
  }

  #incurred(arrangement: Row): Decimal {
    const value = total(
      this.#done(text(arrangement, 'Project__c'))
        .filter((entry) => entry.arrangement === text(arrangement, 'Id'))
        .map((entry) => valueOf(entry.row)),
    );
    const cap = text(arrangement, 'CapBehavior__c') === 'Hard Cap' ? number(arrangement, 'CapAmount__c') : undefined;
    return cap === undefined ? value : Decimal.min(value, cap);
  }

  #reached(arrangement: Row, project: Row): Decimal {
    const milestones = this.#raw.BillingMilestone__c.filter(
      (row) => text(row, 'Arrangement__c') === text(arrangement, 'Id'),
    );
    const isDelivered = this.#isDelivered(project);
    const reached = milestones.filter(
      (row) =>
        isDelivered ||
        (['Approved', 'Invoiced'].includes(text(row, 'Status__c')) &&
          text(row, 'AchievedOn__c') !== '' &&
          text(row, 'AchievedOn__c') <= this.#day),
    );
    return total(reached.map((row) => amount(row, 'Amount__c')));
  }

  /** The fee of each month by its days, and overage as it is asked for. */
  #retained(arrangement: Row, project: Row): Decimal {
    const start = text(arrangement, 'StartDate__c') || text(project, 'StartDate__c');
    const end = text(arrangement, 'EndDate__c') || '9999-12-31';
    let earned = ZERO;
    for (let first = start; first <= this.#day && first <= end; first = firstOfMonth(first, 1)) {
      const last = addDays(firstOfMonth(first, 1), -1);
      const days = daysBetween(first, last < this.#day ? last : this.#day);
      earned = earned.plus(cents(amount(arrangement, 'Amount__c').times(days).div(daysBetween(first, last))));
    }
    return earned.plus(
      this.#asked(
        (line) => text(line, 'Type__c') === 'Overage' && text(line, 'Arrangement__c') === text(arrangement, 'Id'),
      ),
    );
  }

  #fraction(method: string, arrangement: Row, project: Row): Decimal | undefined {
    switch (method) {
      case 'Straight Line': {
        const start = text(arrangement, 'StartDate__c') || text(project, 'StartDate__c');
        const end =
          text(arrangement, 'EndDate__c') || text(project, 'ContractedEndDate__c') || text(project, 'EndDate__c');
        return part(new Decimal(Math.max(0, daysBetween(start, this.#day))), new Decimal(daysBetween(start, end)));
      }
      case 'Percent by Hours':
        return this.#byHours(project);
      case 'Percent by Cost':
        return this.#byCost(project);
      default:
        throw new Error(`Not recomputed: ${method}`);
    }
  }

  #byHours(project: Row): Decimal | undefined {
    const id = text(project, 'Id');
    const hours = (entries: readonly Work[]): Decimal => total(entries.map(({ minutes }) => minutes)).div(60);
    const budget = number(project, 'BudgetHours__c') ?? this.#ofTasks(id, 'PlannedHours__c');
    if (budget === undefined) return undefined;
    const all = hours(this.#work.filter((entry) => entry.project === id));
    return part(hours(this.#done(id)), Decimal.max(budget, all.plus(this.#ofTasks(id, 'RemainingHours__c') ?? ZERO)));
  }

  #byCost(project: Row): Decimal | undefined {
    const { spent, whole } = this.costs(project);
    return whole && part(spent, whole);
  }

  /** In the project's currency: to date, and at completion. */
  costs(project: Row): { readonly spent: Decimal; readonly whole: Decimal | undefined } {
    const id = text(project, 'Id');
    const rate = this.#exchange.rate(FIRM, this.#day, text(project, 'CurrencyCode__c')) ?? ZERO;
    const all = this.#work.filter((entry) => entry.project === id);
    const costOf = (entries: readonly Work[]): Decimal => total(entries.map((entry) => entry.cost ?? ZERO));
    const expenses = total(this.#approvedExpenses(id).map((row) => amount(row, 'FirmAmount__c')));
    const spent = cents(costOf(this.#done(id)).plus(expenses).times(rate));
    const later = cents(costOf(all.filter((entry) => entry.day > this.#day)).times(rate));
    const budget = number(project, 'BudgetCost__c');
    const remaining = number(project, 'CostToComplete__c') ?? this.#remainingCost(project, all, rate);
    if (budget === undefined && remaining === undefined) return { spent, whole: undefined };
    const needed = spent.plus(later).plus(remaining ?? ZERO);
    return { spent, whole: budget === undefined ? needed : Decimal.max(budget, needed) };
  }

  /** Remaining hours at what hours have cost so far, else at the budget's cost of an hour. */
  #remainingCost(project: Row, all: readonly Work[], rate: Decimal): Decimal | undefined {
    const hours = this.#ofTasks(text(project, 'Id'), 'RemainingHours__c');
    const costed = all.filter((entry) => entry.cost !== undefined);
    const minutes = total(costed.map((entry) => entry.minutes));
    if (hours === undefined) return undefined;
    if (minutes.gt(0)) {
      const cost = total(costed.map((entry) => entry.cost ?? ZERO));
      return cents(hours.times(cost.times(rate).times(60).div(minutes)));
    }
    const budget = number(project, 'BudgetCost__c');
    const budgetHours = amount(project, 'BudgetHours__c');
    return budget === undefined || budgetHours.isZero() ? undefined : cents(hours.times(budget.div(budgetHours)));
  }

  #done(project: string): Work[] {
    return this.#work.filter((entry) => entry.project === project && entry.day <= this.#day);
  }

  #approvedExpenses(project: string): Row[] {
    const reports = byId(this.#raw.ExpenseReport__c);
    return this.#raw.Expense__c.filter(
      (row) =>
        text(row, 'Project__c') === project &&
        text(row, 'Date__c') <= this.#day &&
        ['Approved', 'Reimbursed'].includes(text(reports.get(text(row, 'ExpenseReport__c')), 'Status__c')),
    );
  }

  #arrangementOf(expense: Row): string {
    const task = this.#raw.ProjectTask__c.find((row) => text(row, 'Id') === text(expense, 'Task__c'));
    const fallback = this.#raw.BillingArrangement__c.find(
      (row) => text(row, 'Project__c') === text(expense, 'Project__c') && row['IsDefault__c'] === true,
    );
    return text(task, 'Arrangement__c') || text(fallback, 'Id');
  }

  /** Above 0: credits after which the work cannot be billed again. */
  #credited(arrangement: string, isExpense: boolean): Decimal {
    const lines = byId(this.#raw.InvoiceLine__c);
    return this.#asked(
      (line) =>
        text(line, 'Arrangement__c') === '' &&
        (text(line, 'Type__c') === 'Expense') === isExpense &&
        text(lines.get(text(line, 'CreditedLine__c')), 'Arrangement__c') === arrangement,
    ).negated();
  }

  #asked(isMeant: (line: Row) => boolean): Decimal {
    const invoices = byId(this.#raw.Invoice__c);
    const lines = this.#raw.InvoiceLine__c.filter((line) => {
      const invoice = invoices.get(text(line, 'Invoice__c'));
      return (
        !NOT_ASKED_FOR.includes(text(invoice, 'Status__c')) &&
        text(invoice, 'InvoiceDate__c') <= this.#day &&
        isMeant(line)
      );
    });
    return total(lines.map((line) => amount(line, 'Amount__c')));
  }

  #ofTasks(project: string, field: string): Decimal | undefined {
    const tasks = this.#raw.ProjectTask__c.filter(
      (row) => text(row, 'Project__c') === project && text(row, 'Type__c') !== 'Phase',
    );
    return tasks.length === 0 ? undefined : total(tasks.map((row) => amount(row, field)));
  }

  #projectOf(arrangement: Row): Row {
    return this.#raw.Project__c.find((row) => text(row, 'Id') === text(arrangement, 'Project__c')) ?? {};
  }

  #isDelivered(project: Row): boolean {
    const ended = text(project, 'ActualEndDate__c');
    return ['Completed', 'Closed'].includes(text(project, 'Status__c')) && (ended === '' || ended <= this.#day);
  }
}

/** As invoiced where it is invoiced; nothing for what was written off. */
function valueOf(row: Row): Decimal {
  const billing = text(row, 'BillingStatus__c');
  if (billing === 'Written Off') return ZERO;
  return billing === 'Invoiced'
    ? (number(row, 'BilledAmount__c') ?? amount(row, 'BillAmount__c'))
    : amount(row, 'BillAmount__c');
}

/** 0 to 1; undefined with nothing to divide by. */
function part(done: Decimal, whole: Decimal): Decimal | undefined {
  return whole.lte(0) ? undefined : Decimal.max(0, Decimal.min(1, done.div(whole)));
}

/** Both included. */
function daysBetween(first: string, last: string): number {
  return (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
}
