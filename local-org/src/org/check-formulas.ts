/** Compiles every formula of the schema, so that a deploy reports what a save or a query would stumble over. */
import { compileRule } from '../automation/checks/validation-rules.ts';
import type { SourcePosition } from '../metadata/xml.ts';
import { defaultFormula } from '../schema/default-formula.ts';
import { fieldFormula, FormulaError } from '../schema/formula/index.ts';
import type { FieldSchema, ObjectSchema, Schema } from '../schema/model.ts';
import type { DeployProblem } from './deploy-report.ts';

export function checkFormulas(schema: Schema): DeployProblem[] {
  return [...schema.objects.values()].flatMap((object) => [
    ...[...object.fields.values()].flatMap((field) => checkField(field, object, schema)),
    ...object.validationRules.flatMap((rule) =>
      problemOf(rule.source, `Validation rule ${rule.name} of ${object.name}`, () => compileRule(rule, object, schema)),
    ),
  ]);
}

function checkField(field: FieldSchema, object: ObjectSchema, schema: Schema): DeployProblem[] {
  const name = `${object.name}.${field.name}`;
  if (field.formula !== undefined) return problemOf(field.source, name, () => fieldFormula(field, schema));
  if (field.defaultValue === undefined) return [];
  return problemOf(field.source, `Default value of ${name}`, () => defaultFormula(field, object, schema));
}

function problemOf(source: SourcePosition | undefined, name: string, compile: () => unknown): DeployProblem[] {
  try {
    compile();
    return [];
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return [
      { kind: 'Formula', file: source?.file ?? '', line: source?.line ?? 0, message: `${name}: ${error.message}` },
    ];
  }
}
