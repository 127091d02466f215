import type { FieldSchema, FieldType } from '../model.ts';
import type { FieldValue } from '../values/index.ts';
import type { FormulaType } from './types.ts';

/** What a name in a formula stands for. */
export interface Reference {
  /** Canonical path, in declared case: the key given to the context at evaluation. */
  readonly path: string;
  /** Where the value is read: a field of the record or of its parents, or a `$…` global. */
  readonly global: boolean;
  /** Whether it is a field of the record itself, so that a value before the save can be asked for. */
  readonly own: boolean;
  readonly fieldType: FieldType;
  /** Where no field type says what the value is: a value that is not there, for one. */
  readonly type?: FormulaType;
  /** The field, where there is one. */
  readonly field?: FieldSchema;
  /** The value, where it is the same for everyone at all times. */
  readonly constant?: FieldValue;
  /**
   * For `Owner:User.Name`: the path holds only while the reference field at `idPath` points at this object, and is null
   * otherwise.
   */
  readonly only?: { readonly idPath: string; readonly keyPrefix: string };
}

/** The names a formula can use, and how their values are read. */
export interface FormulaScope {
  /** Undefined when there is no such name. */
  resolve(path: string): Reference | undefined;
  /** Whether picklists are taken as texts by every function and operator, as flows do. */
  readonly picklistsAreText: boolean;
  /**
   * Formulas of objects see ids with 15 characters (hence CASESAFEID) and percentages as fractions; flows see both as
   * they are stored.
   */
  readonly storedForm: boolean;
}
