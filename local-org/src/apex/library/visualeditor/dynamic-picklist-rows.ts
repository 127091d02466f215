/** VisualEditor.DynamicPickListRows ("DynamicPickListRows Class", Apex Reference Guide). */
import { ApexList, LibraryObject, throwApex } from '../../runtime/index.ts';
import { libraryType } from '../../types/apex-type.ts';
import { libraryClass } from '../define.ts';
import { required } from '../support/arguments.ts';
import type { DataRowValue } from './data-row.ts';

type Rows = ApexList<DataRowValue>;

class DynamicPickListRowsValue extends LibraryObject {
  readonly typeName = 'VisualEditor.DynamicPickListRows';
  rows: DataRowValue[];
  /** False when users can search for more than these. */
  containsAllRows: boolean;

  constructor(rows: Iterable<DataRowValue> = [], containsAllRows: boolean | null = false) {
    super();
    this.rows = [...rows];
    this.containsAllRows = containsAllRows === true;
  }

  row(index: number): DataRowValue {
    return this.rows[index] ?? throwApex('System.ListException', `List index out of bounds: ${index}`);
  }
}

export const dynamicPickListRowsClass = libraryClass('VisualEditor.DynamicPickListRows', {
  'DynamicPickListRows()': () => new DynamicPickListRowsValue(),
  'DynamicPickListRows(List<VisualEditor.DataRow> rows)': (rows: Rows | null) =>
    new DynamicPickListRowsValue(required(rows, 1)),
  'DynamicPickListRows(List<VisualEditor.DataRow> rows, Boolean containsAllRows)': (
    rows: Rows | null,
    containsAllRows: boolean | null,
  ) => new DynamicPickListRowsValue(required(rows, 1), containsAllRows),
  'void addAllRows(List<VisualEditor.DataRow> rows)': (self: DynamicPickListRowsValue, rows: Rows | null) => {
    self.rows.push(...required(rows, 1));
  },
  'void addRow(VisualEditor.DataRow row)': (self: DynamicPickListRowsValue, row: DataRowValue | null) => {
    self.rows.push(required(row, 1));
  },
  'Boolean containsAllRows()': (self: DynamicPickListRowsValue) => self.containsAllRows,
  'VisualEditor.DataRow get(Integer i)': (self: DynamicPickListRowsValue, index: number | null) =>
    self.row(required(index, 1)),
  'List<VisualEditor.DataRow> getDataRows()': (self: DynamicPickListRowsValue) =>
    new ApexList(libraryType('VisualEditor.DataRow'), [...self.rows]),
  'void setContainsAllRows(Boolean containsAllRows)': (self: DynamicPickListRowsValue, all: boolean | null) => {
    self.containsAllRows = all === true;
  },
  'Integer size()': (self: DynamicPickListRowsValue) => self.rows.length,
  'void sort()': (self: DynamicPickListRowsValue) => {
    self.rows.sort((left, right) => left.compareTo(right));
  },
});
