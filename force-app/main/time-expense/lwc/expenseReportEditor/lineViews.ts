/** What the grid shows of each line. */
import type { Category, ExpenseLine, ExpenseSheet, Project, Row } from 'c/expenseModel';

export interface Note {
  key: string;
  text: string;
  cssClass: string;
}

interface Option {
  value: string;
  label: string;
  isSelected: boolean;
}

export interface LineView {
  key: string;
  notesKey: string;
  detailKey: string;
  reasonKey: string;
  line: ExpenseLine;
  entered: string;
  unit: string;
  isAllowance: boolean;
  currency: string;
  rate: string;
  firmAmount: string;
  billText: string;
  categoryOptions: Option[];
  projectOptions: Option[];
  notes: Note[];
  hasNotes: boolean;
  isOpen: boolean;
  reason: string;
  receiptText: string;
  rowClass: string;
  invalid: string;
  cannotBill: boolean;
  labels: Record<
    'day' | 'category' | 'project' | 'entered' | 'currency' | 'billable' | 'toggle' | 'remove' | 'reason',
    string
  >;
}

export interface LineContext {
  firmCurrency: string;
  categories: readonly Category[];
  projects: readonly Project[];
  openKey?: string;
  activeKey?: string;
  seesBilling: boolean;
  reasons: Readonly<Record<string, string>>;
  isEditable: boolean;
}

const UNITS = { Amount: '', Distance: 'distance', Days: 'days' };

export function lineViews(sheet: ExpenseSheet, context: LineContext): LineView[] {
  return sheet.rows.map((row, index) => lineView(sheet, row, index + 1, context));
}

function lineView(sheet: ExpenseSheet, row: Row, number: number, context: LineContext): LineView {
  const { line } = row;
  const kind = sheet.categoryOf(row)?.kind ?? 'Amount';
  const notes = notesOf(sheet, row, context);
  const firmAmount = sheet.firmAmount(row, context.firmCurrency);
  const what = `line ${number}${line.category === '' ? '' : `, ${line.category}`}`;
  return {
    key: row.key,
    notesKey: `${row.key} notes`,
    detailKey: `${row.key} details`,
    reasonKey: `${row.key} reason`,
    line,
    entered: row.entered,
    unit: UNITS[kind],
    isAllowance: kind !== 'Amount',
    currency: (kind === 'Amount' ? line.currencyCode : (row.quote?.currencyCode ?? line.currencyCode)) ?? '',
    rate: rateText(sheet, row, context.firmCurrency),
    firmAmount: firmAmount === undefined ? '–' : format(firmAmount),
    billText:
      context.seesBilling && line.isBillable && line.billAmount !== undefined
        ? `${format(line.billAmount)} ${line.billCurrencyCode}`
        : '',
    categoryOptions: categoryOptions(line, context),
    projectOptions: projectOptions(row, context),
    notes,
    hasNotes: notes.length > 0,
    isOpen: row.key === context.openKey,
    reason: context.reasons[row.key] ?? '',
    receiptText: receiptText(line),
    rowClass: row.problem === undefined ? 'line' : 'line line_refused',
    invalid: String(row.problem !== undefined),
    cannotBill: !context.isEditable || line.projectId === undefined,
    labels: {
      day: `Date of ${what}`,
      category: `Category of ${what}`,
      project: `Project of ${what}`,
      entered: `${kind === 'Amount' ? 'Amount' : kind} of ${what}`,
      currency: `Currency of ${what}`,
      billable: `Billable, ${what}`,
      toggle: `Details and receipts of ${what}`,
      remove: `Remove ${what}`,
      reason: `What should change about ${what}`,
    },
  };
}

function notesOf(sheet: ExpenseSheet, row: Row, context: LineContext): Note[] {
  const found: Omit<Note, 'key'>[] = [];
  const add = (text: string | undefined, cssClass: string) => {
    if (text !== undefined) found.push({ text, cssClass });
  };
  add(row.key === context.openKey ? undefined : wordsOf(row.line), 'note');
  add(row.problem, 'note note_error');
  add(row.isDirty ? row.quote?.problem : row.line.rateProblem, 'note note_error');
  add(row.line.rejectionReason === undefined ? undefined : `Approver: ${row.line.rejectionReason}`, 'note note_error');
  const warnings = sheet.warnings(row, context.firmCurrency);
  add(warnings.length === 0 ? undefined : warnings.join(' '), 'note note_warning');
  if (!context.isEditable && row.line.justification !== undefined)
    add(`Justification: ${row.line.justification}`, 'note');
  return found.map((note, index) => ({ ...note, key: String(index) }));
}

function wordsOf({ description, merchant }: ExpenseLine): string | undefined {
  const words = [description, merchant].filter((text) => text !== undefined);
  return words.length === 0 ? undefined : words.join(', ');
}

function rateText(sheet: ExpenseSheet, row: Row, firmCurrency: string): string {
  const { line, quote } = row;
  const parts: string[] = [];
  if (sheet.isAllowance(row)) {
    const unitRate = quote?.unitRate ?? line.unitRate;
    if (unitRate !== undefined) parts.push(`at ${unitRate} each`);
  }
  const code = quote?.currencyCode ?? line.currencyCode;
  const rate = sheet.exchangeRate(row, firmCurrency);
  if (code !== undefined && code !== firmCurrency && rate !== undefined)
    parts.push(`1 ${code} = ${rate} ${firmCurrency}`);
  return parts.join(', ');
}

function categoryOptions(line: ExpenseLine, { categories }: LineContext): Option[] {
  const options = categories.map(({ value, label }) => ({ value, label, isSelected: value === line.category }));
  return line.category === '' ? [{ value: '', label: 'Choose…', isSelected: true }, ...options] : options;
}

function projectOptions({ key, line }: Row, { activeKey, projects }: LineContext): Option[] {
  const none = { value: '', label: 'Internal (no project)', isSelected: line.projectId === undefined };
  const own = { value: line.projectId ?? '', label: line.projectName ?? '', isSelected: true };
  const isListed = projects.some((project) => project.projectId === line.projectId);
  const others =
    key === activeKey
      ? projects.map(({ projectId, name }) => ({
          value: projectId,
          label: name,
          isSelected: projectId === line.projectId,
        }))
      : [];
  return line.projectId !== undefined && (key !== activeKey || !isListed) ? [none, own, ...others] : [none, ...others];
}

function receiptText({ receipts }: ExpenseLine): string {
  const count = receipts?.length ?? 0;
  if (count === 0) return '';
  return count === 1 ? '1 receipt' : `${count} receipts`;
}

function format(amount: number): string {
  return amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
