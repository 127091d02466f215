/** The formulas of a report: over the columns of each row, or over the sums of each group. */
import { LightningElement, api } from 'lwc';
import { type BuilderFields, freeName, type Option, withoutColumn } from '../analytics/builderFields.ts';
import type { Changes } from '../analytics/client.ts';
import type { FormulaMetadata, ReportMetadata } from '../analytics/types.ts';
import type { Entry } from '../entryList/entryList.ts';

type Kind = 'row' | 'summary';

interface Draft extends FormulaMetadata {
  readonly name: string;
  readonly kind: Kind;
}

const KINDS: readonly Option[] = [
  { value: 'row', label: 'Row: from the columns of each row' },
  { value: 'summary', label: 'Summary: from the sums of each group' },
];

const TYPES: readonly Option[] = [
  { value: 'number', label: 'Number' },
  { value: 'currency', label: 'Currency' },
  { value: 'percent', label: 'Percent' },
];

/** Types of row formulas only. */
const ROW_TYPES: readonly Option[] = [
  { value: 'text', label: 'Text' },
  { value: 'date', label: 'Date' },
];

const SUMS: readonly (readonly [operation: string, label: string])[] = [
  ['SUM', 'Sum of'],
  ['AVG', 'Average of'],
  ['MAX', 'Largest'],
  ['MIN', 'Smallest'],
];

export default class ReportFormulas extends LightningElement {
  @api fields: BuilderFields | undefined;
  draft: Draft | undefined;
  readonly kinds = KINDS;
  private isSaving = false;
  private shown: ReportMetadata | undefined;

  @api get metadata(): ReportMetadata {
    return this.shown!;
  }

  /** The form closes when the report has what was saved: what is refused stays to be mended. */
  set metadata(metadata: ReportMetadata) {
    if (this.isSaving) this.draft = undefined;
    this.isSaving = false;
    this.shown = metadata;
  }

  get formulas(): readonly Entry[] {
    const of = (kind: Kind, formulas: Readonly<Record<string, FormulaMetadata>>) =>
      Object.entries(formulas).map(([key, { label }]) => ({
        key: `${kind}.${key}`,
        text: label,
        editLabel: `Edit the formula ${label}`,
        removeLabel: `Remove the formula ${label}`,
      }));
    const { customDetailFormula, customSummaryFormula } = this.metadata;
    return [...of('row', customDetailFormula), ...of('summary', customSummaryFormula)];
  }

  get types(): readonly Option[] {
    return this.draft!.kind === 'row' ? [...TYPES, ...ROW_TYPES] : TYPES;
  }

  /** What can be put into the formula. */
  get parts(): readonly Option[] {
    const isSummary = this.draft!.kind === 'summary';
    const buckets = this.metadata.buckets.map(({ developerName }) => developerName);
    const own = [...buckets, ...Object.keys(this.metadata.customDetailFormula)];
    const columns = this.fields!.options((name) => !own.includes(name) && (!isSummary || this.fields!.isNumber(name)));
    if (!isSummary) return columns.map(({ value, label }) => ({ value: dotted(value), label }));
    return [
      { value: 'RowCount', label: 'Record Count' },
      ...columns.flatMap(({ value, label }) =>
        SUMS.map(([operation, text]) => ({ value: `${dotted(value)}:${operation}`, label: `${text} ${label}` })),
      ),
    ];
  }

  get isNew(): boolean {
    const { name } = this.draft!;
    return !(name in this.metadata.customDetailFormula) && !(name in this.metadata.customSummaryFormula);
  }

  get isOld(): boolean {
    return !this.isNew;
  }

  get cannotSave(): boolean {
    return this.draft!.label.trim() === '' || this.draft!.formula.trim() === '';
  }

  handleAdd(): void {
    this.draft = { name: '', kind: 'row', label: '', formula: '', formulaType: 'number', decimalPlaces: 2 };
  }

  handleEdit(event: CustomEvent<string>): void {
    const [kind, name] = chosen(event);
    const { label, formula, formulaType, decimalPlaces } = this.of(kind)[name]!;
    this.draft = { kind, name, label, formula, formulaType: formulaType.toLowerCase(), decimalPlaces };
  }

  handlePart(event: CustomEvent<{ value: string }>): void {
    const { name } = event.target as HTMLElement & { name: string };
    this.isSaving = false;
    this.draft = { ...this.draft!, [name]: event.detail.value };
  }

  handleInsert(event: CustomEvent<{ value: string }>): void {
    const { formula } = this.draft!;
    const space = formula === '' || /[\s(]$/.test(formula) ? '' : ' ';
    this.draft = { ...this.draft!, formula: `${formula}${space}${event.detail.value}` };
  }

  handleCancel(): void {
    this.draft = undefined;
  }

  handleSave(): void {
    this.isSaving = true;
    const { kind, label, formula, formulaType, decimalPlaces } = this.draft!;
    const { isNew } = this;
    const formulas = this.of(kind);
    const name = isNew ? freeName(kind === 'row' ? 'CDF' : 'FORMULA', Object.keys(formulas)) : this.draft!.name;
    // What the form does not show of an old one, as its level, stays.
    const saved = {
      ...formulas[name],
      label: label.trim(),
      formula,
      formulaType,
      decimalPlaces: Number(decimalPlaces),
    };
    const { detailColumns, aggregates } = this.metadata;
    if (kind === 'row') {
      this.change({
        customDetailFormula: { ...formulas, [name]: saved },
        ...(isNew ? { detailColumns: [...detailColumns, name] } : {}),
      });
    } else {
      this.change({
        customSummaryFormula: { ...formulas, [name]: saved },
        ...(isNew ? { aggregates: [...aggregates.filter((one) => one !== 'RowCount'), name, 'RowCount'] } : {}),
      });
    }
  }

  handleRemove(event: CustomEvent<string>): void {
    const [kind, name] = chosen(event);
    const others = Object.fromEntries(Object.entries(this.of(kind)).filter(([key]) => key !== name));
    this.change(
      kind === 'row'
        ? { ...withoutColumn(this.metadata, name), customDetailFormula: others }
        : {
            aggregates: this.metadata.aggregates.filter((one) => one !== name),
            groupingsDown: this.metadata.groupingsDown.map((one) => unsorted(one, name)),
            groupingsAcross: this.metadata.groupingsAcross.map((one) => unsorted(one, name)),
            customSummaryFormula: others,
          },
    );
  }

  private of(kind: Kind): Readonly<Record<string, FormulaMetadata>> {
    return kind === 'row' ? this.metadata.customDetailFormula : this.metadata.customSummaryFormula;
  }

  private change(detail: Changes): void {
    this.dispatchEvent(new CustomEvent('edit', { detail }));
  }
}

/** Formulas have a dot where columns have `$`. */
function dotted(column: string): string {
  return column.replace('$', '.');
}

function unsorted<T extends { readonly sortAggregate?: string | null }>(group: T, name: string): T {
  return group.sortAggregate === name ? { ...group, sortAggregate: null } : group;
}

function chosen({ detail }: CustomEvent<string>): [Kind, string] {
  const [kind, name = ''] = detail.split('.');
  return [kind as Kind, name];
}
