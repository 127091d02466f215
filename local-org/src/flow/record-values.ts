import type { ObjectSchema } from '../schema/model.ts';
import { SObject } from '../schema/sobject.ts';
import type { RecordCreateSource } from './definition/data-elements.ts';
import { FlowFault } from './fault.ts';
import type { FlowCompiler } from './flow-compiler.ts';
import { isCollection, type FlowValue } from './flow-value.ts';
import type { Interview } from './interview.ts';
import { writeField } from './resource.ts';

/** The records of a record variable or collection. */
export function recordsOf(value: FlowValue, path: string): SObject[] {
  if (value instanceof SObject) return [value];
  if (isCollection(value)) return value.flatMap((item) => recordsOf(item, path));
  throw new FlowFault(
    `The flow failed to access the value for ${path} because it hasn't been set or assigned, or is not a record.`,
  );
}

/** Sets fields of a record, in order. */
export function compileFieldAssignments(
  sources: RecordCreateSource['inputAssignments'],
  object: ObjectSchema,
  compiler: FlowCompiler,
): (interview: Interview, record: SObject) => void {
  const assignments = sources.map(({ field, value }) => {
    if (object.field(field) === undefined) throw compiler.error(`${object.name} has no field ${field}`);
    return { field, read: compiler.value(value) };
  });
  return (interview, record) => {
    for (const { field, read } of assignments) writeField(record, field, read(interview), interview.run);
  };
}
