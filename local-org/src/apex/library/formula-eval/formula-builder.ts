/** FormulaEval.FormulaBuilder, FormulaInstance and their enums ("FormulaEval Namespace", Apex Reference Guide). */
import { NotSupported } from '../../../schema/errors.ts';
import {
  compileInScope,
  FormulaError,
  FormulaEvaluationError,
  type CompiledFormula,
} from '../../../schema/formula/index.ts';
import type { FieldType } from '../../../schema/model.ts';
import type { SObject } from '../../../schema/sobject.ts';
import { Decimal, type FieldValue } from '../../../schema/values/index.ts';
import {
  ApexDouble,
  ApexSet,
  LibraryObject,
  throwApex,
  type ApexEnumValue,
  type ApexObject,
  type SObjectTypeToken,
  type TypeValue,
} from '../../runtime/index.ts';
import { sobjectType, types, type ApexType } from '../../types/apex-type.ts';
import { libraryClass, libraryEnum } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';
import { contextOf, contextScope } from './context-scope.ts';

export const formulaReturnType = libraryEnum('FormulaEval.FormulaReturnType', [
  'BOOLEAN',
  'DATE',
  'DATETIME',
  'DECIMAL',
  'DOUBLE',
  'ID',
  'INTEGER',
  'LONG',
  'STRING',
  'TIME',
]);

export const formulaGlobalEnum = libraryEnum('FormulaEval.FormulaGlobal', [
  'LABEL',
  'ORGANIZATION',
  'PERMISSION',
  'PROFILE',
  'SETUP',
  'SYSTEM',
  'USER',
  'USERROLE',
]);

const fieldTypes: Readonly<Record<string, FieldType>> = {
  BOOLEAN: 'boolean',
  DATE: 'date',
  DATETIME: 'datetime',
  ID: 'string',
  STRING: 'string',
  TIME: 'time',
};

class FormulaInstance extends LibraryObject {
  readonly typeName = 'FormulaEval.FormulaInstance';
  readonly formula: CompiledFormula;
  readonly returnType: string;

  constructor(formula: CompiledFormula, returnType: string) {
    super();
    this.formula = formula;
    this.returnType = returnType;
  }

  evaluate(context: SObject | ApexObject): unknown {
    try {
      return this.converted(this.formula.evaluate(contextOf(context)));
    } catch (error) {
      if (error instanceof FormulaEvaluationError) throwApex('System.FormulaEvaluationException', error.message);
      throw error;
    }
  }

  private converted(value: FieldValue): unknown {
    if (!(value instanceof Decimal)) return value;
    switch (this.returnType) {
      case 'INTEGER':
        return Number(value.toBigInt());
      case 'LONG':
        return value.toBigInt();
      case 'DOUBLE':
        return new ApexDouble(value.toNumber());
      default:
        return value;
    }
  }
}

export class FormulaBuilder extends LibraryObject {
  readonly typeName = 'FormulaEval.FormulaBuilder';
  private text: string | null = null;
  private context: ApexType | null = null;
  private returnType: string | null = null;
  private blanks: 'zero' | 'blank' = 'blank';

  withFormula(text: string): this {
    this.text = text;
    return this;
  }

  withType(type: ApexType): this {
    this.context = type;
    return this;
  }

  withReturnType(returnType: string): this {
    this.returnType = returnType;
    return this;
  }

  treatNullAsZero(asZero: boolean): this {
    this.blanks = asZero ? 'zero' : 'blank';
    return this;
  }

  build(): FormulaInstance {
    const { text, context, returnType } = this;
    if (text === null || context === null || returnType === null) {
      throwApex('System.FormulaValidationException', 'A formula, a context type and a return type are required');
    }
    try {
      const resultType = fieldTypes[returnType] ?? 'double';
      const formula = compileInScope(text, contextScope(context), { resultType, blanks: this.blanks });
      return new FormulaInstance(formula, returnType);
    } catch (error) {
      if (error instanceof FormulaError) throwApex('System.FormulaValidationException', error.message);
      throw error;
    }
  }
}

export const formulaBuilderClass = libraryClass(
  'FormulaEval.FormulaBuilder',
  refusingNulls({
    'FormulaBuilder()': () => new FormulaBuilder(),
    'static FormulaEval.FormulaBuilder builder()': () => new FormulaBuilder(),
    'FormulaEval.FormulaInstance build()': (self: FormulaBuilder) => self.build(),
    'FormulaEval.FormulaBuilder parseAsTemplate(Boolean templateMode)': (self: FormulaBuilder, template: boolean) => {
      if (template) throw new NotSupported('FormulaBuilder.parseAsTemplate(true)');
      return self;
    },
    'FormulaEval.FormulaBuilder treatNumericNullAsZero(Boolean isNumericNullZero)': (
      self: FormulaBuilder,
      asZero: boolean,
    ) => self.treatNullAsZero(asZero),
    'FormulaEval.FormulaBuilder withFormula(String formulaText)': (self: FormulaBuilder, text: string) =>
      self.withFormula(text),
    // Every global can be read without being named here.
    'FormulaEval.FormulaBuilder withGlobalVariables(List<FormulaEval.FormulaGlobal> formulaGlobals)': (
      self: FormulaBuilder,
    ) => self,
    'FormulaEval.FormulaBuilder withReturnType(FormulaEval.FormulaReturnType returnType)': (
      self: FormulaBuilder,
      returnType: ApexEnumValue,
    ) => self.withReturnType(returnType.name),
    'FormulaEval.FormulaBuilder withType(System.Type contextType)': (self: FormulaBuilder, type: TypeValue) =>
      self.withType(type.type),
    'FormulaEval.FormulaBuilder withType(Schema.SObjectType contextSObjectType)': (
      self: FormulaBuilder,
      { object }: SObjectTypeToken,
    ) => self.withType(sobjectType(object.name)),
  }),
);

export const formulaInstanceClass = libraryClass(
  'FormulaEval.FormulaInstance',
  refusingNulls({
    'Object evaluate(Object contextObject)': (self: FormulaInstance, context: SObject | ApexObject) =>
      self.evaluate(context),
    'Set<String> getReferencedFields()': (self: FormulaInstance) =>
      new ApexSet(
        types.String,
        self.formula.references.filter((path) => !path.startsWith('$')),
      ),
  }),
);
