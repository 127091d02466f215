/**
 * Merge fields of emails: `{!Contact.Name}` of classic templates, with functions as in formulas, and `{{{Recipient.Name}}}` of
 * Lightning templates ("Merge Fields for Emails and Mail Merge", "Lightning Email Template Merge Fields", Salesforce Help).
 */
import { formulaEnvironment } from '../database/formula-environment.ts';
import { RecordGraph } from '../database/record-graph.ts';
import { formatValue } from '../database/soql/format.ts';
import type { Transaction } from '../database/transaction.ts';
import { escapeHtml } from '../schema/escape-html.ts';
import { EmailError } from './email-error.ts';
import {
  compileExpression,
  type Expression,
  FormulaError,
  FormulaEvaluationError,
  type FormulaContext,
  type FormulaScope,
  resolveField,
  resolveGlobal,
  RecordContext,
  type Reference,
  valueAt,
} from '../schema/formula/index.ts';
import type { ObjectSchema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';
import type { FieldValue } from '../schema/values/index.ts';
import { isUser } from './addresses.ts';

/** Whom and what an email is about. */
export interface MergeRecords {
  readonly who: SObject | null;
  readonly what: SObject | null;
}

/** A name at the start of a merge field: its object, and the record when there is one. */
interface Root {
  readonly object: ObjectSchema;
  readonly record: SObject | null;
}

/** Fields of classic templates that stand for fields of the owner. */
const OWNER_FIELD = /^Owner(FullName|FirstName|LastName|Email|Title|Phone)$/i;

export class MergeFields {
  readonly #tx: Transaction;
  readonly #records: MergeRecords;
  readonly #graph: RecordGraph;
  readonly #scope: FormulaScope;
  readonly #context: FormulaContext;
  readonly #sender: SObject;

  constructor(tx: Transaction, records: MergeRecords) {
    this.#tx = tx;
    this.#records = records;
    const people = tx.org.schema.require('User');
    this.#sender = tx.store.getRows(people, [tx.user.id]).get(tx.user.id)!;
    this.#graph = new RecordGraph(
      tx,
      [records.who, records.what, this.#sender].filter((record) => record !== null),
    );
    this.#scope = { picklistsAreText: true, storedForm: true, resolve: (path) => this.#resolve(path) };
    this.#context = this.#makeContext();
  }

  /** In HTML, values are text with line breaks kept; rich text stays as it is. */
  merge(text: string, html: boolean): string {
    return text
      .replace(/\{\{\{([^{}]+)\}\}\}/g, (_, path: string) => this.#value(path.trim(), html))
      .replace(/\{!((?:[^{}"']|"[^"]*"|'[^']*')+)\}/g, (_, expression: string) => this.#value(expression, html));
  }

  #value(source: string, html: boolean): string {
    let expression: Expression;
    try {
      // "{!NullValue(field, substitute)}" of emails substitutes blank texts, which it does not elsewhere.
      expression = compileExpression(source.replace(/\bNULLVALUE\s*\(/gi, 'BLANKVALUE('), this.#scope);
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      throw new EmailError(
        'EMAIL_TEMPLATE_MERGEFIELD_ERROR',
        `Merge field {!${source}} is incorrect: ${error.message}`,
      );
    }
    const field = expression.reference?.field;
    const value = this.#evaluate(expression);
    if (value === null) return '';
    const shown = formatValue(value, field?.type === 'currency');
    return !html || field?.htmlFormatted === true ? shown : escapeHtml(shown).replaceAll('\n', '<br>');
  }

  #evaluate(expression: Expression): FieldValue {
    try {
      return expression.evaluate(this.#context);
    } catch (error) {
      if (error instanceof FormulaEvaluationError) return null;
      throw error;
    }
  }

  #resolve(path: string): Reference | undefined {
    if (path.startsWith('$')) return resolveGlobal(path, this.#tx.org.schema);
    const dot = path.indexOf('.');
    const root = dot < 0 ? undefined : this.#root(path.slice(0, dot));
    if (root === undefined) return undefined;
    const found = fieldOf(path.slice(dot + 1), root.object, this.#tx);
    return found && { ...found, path: `${path.slice(0, dot)}.${found.path}`, own: false };
  }

  #root(name: string): Root | undefined {
    const { schema } = this.#tx.org;
    const { who, what } = this.#records;
    switch (name.toLowerCase()) {
      case 'recipient':
        return { object: who?.schema ?? schema.require('Contact'), record: who };
      case 'receiving_user':
        return { object: this.#sender.schema, record: isUser(who) ? who : null };
      case 'sender':
      case 'user':
        return { object: this.#sender.schema, record: this.#sender };
      case 'organization': {
        const object = schema.require('Organization');
        return { object, record: this.#tx.store.allRows(object)[0] ?? null };
      }
    }
    for (const record of [what, who]) {
      if (record?.schema.name.toLowerCase() === name.toLowerCase()) return { object: record.schema, record };
    }
    const object = schema.object(name);
    if (object === undefined) return undefined;
    return { object, record: object.name === 'Account' ? this.#accountOfContact() : null };
  }

  /** The account of a contact is merged with it. */
  #accountOfContact(): SObject | null {
    const { who } = this.#records;
    const field = who?.schema.name === 'Contact' ? who.schema.field('AccountId') : undefined;
    return who === null || field === undefined ? null : this.#graph.parent(who, field);
  }

  #makeContext(): FormulaContext {
    const environment = formulaEnvironment(this.#tx, this.#graph);
    const base = new RecordContext(this.#sender, null, environment);
    return {
      value: (path) => {
        const dot = path.indexOf('.');
        const record = this.#root(path.slice(0, dot))?.record ?? null;
        if (record === null || !this.#mayRead(record.schema, path.slice(dot + 1))) return null;
        return valueAt(record, path.slice(dot + 1), environment);
      },
      global: (path) => base.global(path),
      isNew: false,
      isChanged: () => false,
      now: environment.now,
      today: environment.today,
      timeZone: environment.timeZone,
    };
  }

  /** "If you don't have access to the data in a merge field, it remains blank." */
  #mayRead(object: ObjectSchema, path: string): boolean {
    return path.includes('.') || this.#tx.org.security.field(this.#tx.user.id, object, path).read;
  }
}

/** Lookups without a path stand for the name of what they point to. */
function fieldOf(path: string, object: ObjectSchema, tx: Transaction): Reference | undefined {
  const { schema } = tx.org;
  const owner = OWNER_FIELD.exec(path);
  if (owner !== null) return resolveField(`Owner.${owner[1].replace(/FullName/i, 'Name')}`, object, schema);
  const relationship = path.includes('.') ? undefined : (object.relationship(path) ?? customLookup(object, path));
  if (relationship !== undefined) return resolveField(`${relationship.relationshipName}.Name`, object, schema);
  return resolveField(path, object, schema);
}

function customLookup(object: ObjectSchema, name: string) {
  const field = object.field(name);
  return field?.custom === true && field.relationshipName !== undefined ? field : undefined;
}
