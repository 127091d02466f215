/** System.Formula and its results ("Formula Class", Apex Reference Guide). */
import type { SObject } from '../../../schema/sobject.ts';
import { ApexList, LibraryObject } from '../../runtime/index.ts';
import { libraryType } from '../../types/apex-type.ts';
import { libraryClass } from '../define.ts';
import { FormulaBuilder } from '../formula-eval/formula-builder.ts';
import { refusingNulls } from '../support/arguments.ts';
import { recalculateFormulas } from './sobject.ts';

class RecalculationResult extends LibraryObject {
  readonly typeName = 'System.FormulaRecalcResult';
  readonly record: SObject;

  constructor(record: SObject) {
    super();
    this.record = record;
  }
}

export const formulaClass = libraryClass(
  'System.Formula',
  refusingNulls({
    'static FormulaEval.FormulaBuilder builder()': () => new FormulaBuilder(),
    'static List<System.FormulaRecalcResult> recalculateFormulas(List<SObject> sobjects)': (
      records: ApexList<SObject>,
    ) => {
      for (const record of records) recalculateFormulas(record);
      return new ApexList(
        libraryType('System.FormulaRecalcResult'),
        records.items.map((record) => new RecalculationResult(record)),
      );
    },
  }),
);

/** A formula that cannot be computed leaves its field empty, so a recalculation has no errors. */
export const formulaRecalcResultClass = libraryClass('System.FormulaRecalcResult', {
  'List<System.FormulaRecalcFieldError> getErrors()': () => new ApexList(libraryType('System.FormulaRecalcFieldError')),
  'SObject getSObject()': ({ record }: RecalculationResult) => record,
  'Boolean isSuccess()': () => true,
});

export const formulaRecalcFieldErrorClass = libraryClass('System.FormulaRecalcFieldError', {});
