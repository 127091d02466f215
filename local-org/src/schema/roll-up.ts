/** Makes roll-up summary fields, whose type is that of what they summarise. */
import type { FilterItemSource } from '../metadata/readers/custom-field.ts';
import { SourceError } from '../metadata/xml.ts';
import type { FieldSource } from './custom-field.ts';
import { makeField } from './field.ts';
import type { FieldSchema, ObjectSchema } from './model.ts';

/** `objects` must hold the summarised fields already. */
export function rollUpField(
  object: string,
  source: FieldSource,
  objects: (name: string) => ObjectSchema | undefined,
): FieldSchema {
  const fail = (reason: string): never => {
    throw new SourceError(source.source.file, source.source.line, `${source.fullName}: ${reason}`);
  };
  const operation = source.summaryOperation ?? fail('a roll-up summary needs <summaryOperation>');
  const [childObject, foreignKey] = splitPath(
    source.summaryForeignKey ?? fail('a roll-up summary needs <summaryForeignKey>'),
  );
  const child = objects(childObject) ?? fail(`there is no object ${childObject}`);
  const key = child.field(foreignKey) ?? fail(`${childObject} has no field ${foreignKey}`);
  const summarized = summarizedField(source, child, fail);
  return makeField({
    object,
    name: source.fullName,
    label: source.label ?? source.fullName.replace(/__c$/, '').replaceAll('_', ' '),
    type: summarized?.type ?? 'double',
    custom: true,
    length: summarized?.length ?? 0,
    precision: summarized === undefined || summarized.precision > 0 ? 18 : 0,
    scale: summarized?.scale ?? 0,
    calculated: true,
    rollUp: {
      operation,
      childObject: child.name,
      foreignKey: key.name,
      summarizedField: summarized?.name,
      filters: source.summaryFilterItems.map((filter) => rollUpFilter(filter, fail)),
    },
    inlineHelpText: source.inlineHelpText,
    description: source.description,
    source: source.source,
  });
}

function summarizedField(
  source: FieldSource,
  child: ObjectSchema,
  fail: (reason: string) => never,
): FieldSchema | undefined {
  if (source.summaryOperation === 'count') return undefined;
  const [, name] = splitPath(source.summarizedField ?? fail('a roll-up summary needs <summarizedField>'));
  return child.field(name) ?? fail(`${child.name} has no field ${name}`);
}

function rollUpFilter(filter: FilterItemSource, fail: (reason: string) => never) {
  if (filter.valueField !== undefined) fail('filters of roll-up summaries compare with values, not fields');
  const [, field] = splitPath(filter.field);
  return { field, operation: filter.operation, value: filter.value ?? '' };
}

function splitPath(path: string): [string, string] {
  const dot = path.indexOf('.');
  return [path.slice(0, Math.max(0, dot)), path.slice(dot + 1)];
}
