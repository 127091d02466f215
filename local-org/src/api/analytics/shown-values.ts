/** Values of reports with the text in which the user reads them. */
import type { ResultSummary } from '../../analytics/result.ts';
import type { ReportField } from '../../analytics/report-fields.ts';
import type { UserContext } from '../../database/services.ts';
import { Decimal, type FieldValue } from '../../schema/values/index.ts';
import { displayValue, jsonValue, type ShownField } from '../ui-api/field-values.ts';

export class ShownValues {
  readonly #user: UserContext;
  readonly currency: string;

  constructor(user: UserContext, currency: string) {
    this.#user = user;
    this.currency = currency;
  }

  /** A cell of a row. */
  detail(field: ReportField, value: FieldValue, id: string | null) {
    const shown = shownField(field);
    const label = this.#label(shown, value);
    const json = jsonValue(value);
    if (id !== null) return { label, value: id, recordId: id };
    if (field.type === 'currency') return { label, value: value === null ? null : { amount: json, currency: null } };
    return { label, value: json };
  }

  /** A cell of a summary. */
  summary(summary: ResultSummary, value: FieldValue) {
    return { label: this.#label({ ...summary, picklistValues: [] }, value), value: jsonValue(value) };
  }

  /** A group without a label of its own. */
  group(field: ReportField, value: FieldValue): string {
    return this.#label(shownField(field), value);
  }

  #label(field: ShownField, value: FieldValue): string {
    if (value === null || value === '') return '-';
    const decimal = typeof value === 'number' && field.type !== 'int' ? Decimal.of(value) : value;
    return displayValue(field, decimal, this.#user, this.currency) ?? String(value);
  }
}

function shownField({ type, scale, column }: ReportField): ShownField {
  return { type, scale, picklistValues: column?.field.picklistValues ?? [] };
}
