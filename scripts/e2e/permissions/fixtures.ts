/** A record of every object of the package, with no more than what the object asks for. */
import type { Connection, DescribeSObjectResult, Field } from 'jsforce';
import type { Fields } from '../../seed/records.ts';

/** Ids by object. */
export type Fixtures = ReadonlyMap<string, string>;

/** Values that rules ask for beside what is required: `@Object` is the record of that object, `+Object` another one. */
const PARTICULARS: Readonly<Record<string, Fields>> = {
  Account: { Name: 'Somebody' },
  Assignment__c: { BookingType__c: 'Hard', Project__c: '@Project__c', PlannedHours__c: 1 },
  ChangeOrderLine__c: { TaskName__c: 'More' },
  CostRate__c: { Role__c: '@Role__c' },
  ExchangeRate__c: { ToCurrency__c: 'CHF' },
  Expense__c: { Amount__c: 1, Project__c: '@Project__c' },
  Opportunity: { Name: 'Something', StageName: 'Prospecting', CloseDate: '2035-06-04' },
  Payment__c: { Date__c: new Date().toISOString().slice(0, 10) },
  RateCardLine__c: { Role__c: '@Role__c' },
  ResourceRequest__c: { Project__c: '@Project__c' },
  TaskDependency__c: { Successor__c: '+ProjectTask__c' },
  TimeEntry__c: { Project__c: '@Project__c' },
};

export class FixtureMaker {
  readonly #connection: Connection;
  readonly #described: ReadonlyMap<string, DescribeSObjectResult>;
  readonly #ids = new Map<string, string>();

  constructor(connection: Connection, described: ReadonlyMap<string, DescribeSObjectResult>) {
    this.#connection = connection;
    this.#described = described;
  }

  /** The ids of the objects' records and of those they need. */
  async make(objects: Iterable<string>): Promise<Fixtures> {
    for (const object of objects) await this.#idOf(object);
    return this.#ids;
  }

  async #idOf(object: string): Promise<string> {
    const id = this.#ids.get(object) ?? (await this.#insert(object));
    this.#ids.set(object, id);
    return id;
  }

  async #insert(object: string): Promise<string> {
    const required = (this.#described.get(object)?.fields ?? []).filter((field) => isRequired(field));
    const record: Fields = {
      ...Object.fromEntries(required.map((field) => [field.name, valueFor(field)])),
      ...PARTICULARS[object],
    };
    for (const [name, value] of Object.entries(record)) {
      const [, kind, target = ''] = /^([@+])(.+)$/.exec(String(value)) ?? [];
      if (kind !== undefined) record[name] = await (kind === '@' ? this.#idOf(target) : this.#insert(target));
    }
    const [result] = await this.#connection.sobject(object).create([record]);
    if (result?.success) return result.id;
    throw new Error(`No ${object} for the matrix: ${JSON.stringify(record)} ${JSON.stringify(result?.errors)}`);
  }
}

function isRequired(field: Field): boolean {
  return field.createable && !field.nillable && !field.defaultedOnCreate && field.name !== 'OwnerId';
}

function valueFor(field: Field): string | number {
  switch (field.type) {
    case 'reference':
      return `@${field.referenceTo?.[0] ?? ''}`;
    case 'picklist':
      return (field.picklistValues?.[0] as { value?: string } | undefined)?.value ?? '';
    case 'date':
      return '2035-06-04';
    case 'datetime':
      return '2035-06-04T09:00:00Z';
    case 'double':
    case 'currency':
    case 'percent':
    case 'int':
      return 1;
    default:
      return field.length !== undefined && field.length <= 3 ? 'EUR' : 'Matrix';
  }
}
