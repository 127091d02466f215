/** VisualEditor.DataRow ("DataRow Class", Apex Reference Guide): one value of a picklist of a component's property. */
import { LibraryObject } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { required } from '../support/arguments.ts';

export class DataRowValue extends LibraryObject {
  readonly typeName = 'VisualEditor.DataRow';
  readonly label: string | null;
  readonly value: unknown;
  readonly isSelected: boolean;

  constructor(label: string | null, value: unknown, isSelected: boolean | null = false) {
    super();
    this.label = label;
    this.value = value;
    this.isSelected = isSelected === true;
  }

  /** Rows sort by their labels. */
  compareTo(other: DataRowValue): number {
    return Math.sign((this.label ?? '').localeCompare(other.label ?? ''));
  }
}

export const dataRowClass = libraryClass('VisualEditor.DataRow', {
  'DataRow(String label, Object value)': (label: string | null, value: unknown) => new DataRowValue(label, value),
  'DataRow(String label, Object value, Boolean selected)': (
    label: string | null,
    value: unknown,
    selected: boolean | null,
  ) => new DataRowValue(label, value, selected),
  'Integer compareTo(VisualEditor.DataRow o)': (self: DataRowValue, other: DataRowValue | null) =>
    self.compareTo(required(other, 1)),
  'String getLabel()': (self: DataRowValue) => self.label,
  'Object getValue()': (self: DataRowValue) => self.value,
  'Boolean isSelected()': (self: DataRowValue) => self.isSelected,
});
