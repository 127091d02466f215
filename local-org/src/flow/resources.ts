/** The table of everything a flow can name. */
import { elementOutputs } from './element-outputs.ts';
import type { FlowCompiler } from './flow-compiler.ts';
import { fieldTypeOf, scalar } from './flow-type.ts';
import type { Reader, Resource } from './resource.ts';
import { screenResources } from './screen-resources.ts';
import { systemResources } from './system-resources.ts';
import { variableResource } from './variable-resource.ts';

export function makeResources(compiler: FlowCompiler): ReadonlyMap<string, Resource> {
  const { variables, constants, formulas, textTemplates, choices } = compiler.definition;
  const resources = new Map<string, Resource>([
    ...systemResources(compiler),
    ...screenResources(compiler),
    ...elementOutputs(compiler),
  ]);
  for (const source of variables) resources.set(source.name, variableResource(source, compiler));
  for (const { name, dataType, value } of constants) {
    resources.set(name, { type: scalar(fieldTypeOf(dataType) ?? 'string'), read: lazily(() => compiler.value(value)) });
  }
  for (const { name, dataType, expression, scale } of formulas) {
    const type = fieldTypeOf(dataType) ?? 'string';
    resources.set(name, { type: scalar(type), read: compiler.formula(expression, type, scale) });
  }
  for (const { name, text } of textTemplates) {
    resources.set(name, { type: scalar('string'), read: lazily(() => compiler.text(text)) });
  }
  for (const { name, dataType, value, choiceText } of choices) {
    const read = lazily(() => (value === undefined ? compiler.text(choiceText ?? '') : compiler.value(value)));
    resources.set(name, { type: scalar(fieldTypeOf(dataType) ?? 'string'), read });
  }
  return resources;
}

/** Values may name resources that are not in the table yet. */
function lazily(make: () => Reader): Reader {
  let reader: Reader | undefined;
  return (interview) => (reader ??= make())(interview);
}
