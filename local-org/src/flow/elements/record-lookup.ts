import type { RecordLookupSource } from '../definition/data-elements.ts';
import type { BulkElement } from '../element.ts';
import { asFault, dataFault } from '../fault.ts';
import type { FlowCompiler } from '../flow-compiler.ts';
import { isScalar, toNumber } from '../flow-value.ts';
import type { FieldType, ObjectSchema } from '../../schema/model.ts';
import type { SObject } from '../../schema/sobject.ts';
import type { Interview } from '../interview.ts';
import { RecordFilters } from '../record-filters.ts';
import { searchRecords, type SearchOptions } from '../record-search.ts';
import { readAlong } from '../resource.ts';

/** Compound fields and files are not read unless they are asked for. */
const NOT_STORED_AUTOMATICALLY: readonly FieldType[] = ['address', 'location', 'base64'];

/** Get Records. */
export function compileRecordLookup(source: RecordLookupSource, compiler: FlowCompiler): BulkElement {
  if (source.relatedRecords.length > 0) throw compiler.notSupported('related records of Get Records', source.source);
  const single = readsSingleRecord(source, compiler);
  const search = searchOptions(source, single, compiler);
  const store = compileOutputs(source, single, compiler);
  const faultTarget = source.faultConnector?.targetReference;
  return {
    kind: 'bulk',
    name: source.name,
    faultTarget,
    run: (interviews) => {
      let results: Map<Interview, SObject[]>;
      try {
        results = searchRecords(interviews, search);
      } catch (error) {
        const fault = asFault(error, ({ code, message }) => dataFault('look up', code, message));
        for (const interview of interviews) interview.fail(source.name, fault, faultTarget);
        return;
      }
      for (const [interview, found] of results) {
        const records = found.map((record) => record.clone());
        for (const record of records) interview.run.records.loaded(record);
        interview.run.know(records);
        store(interview, records);
        interview.next = source.connector?.targetReference;
      }
    },
  };
}

/** Flows of older versions tell one record from many by what they store it in. */
function readsSingleRecord(source: RecordLookupSource, compiler: FlowCompiler): boolean {
  if (source.getFirstRecordOnly || source.outputAssignments.length > 0) return true;
  return source.outputReference !== undefined && compiler.typeOf(source.outputReference)?.kind === 'record';
}

function searchOptions(source: RecordLookupSource, single: boolean, compiler: FlowCompiler): SearchOptions {
  const object = compiler.object(source.object);
  const { sortField, sortOrder, limit } = source;
  const most = compiler.value(limit);
  return {
    object,
    filters: new RecordFilters(object, source.filters, source.filterLogic, compiler),
    fields: fieldsToRead(source, object),
    orderBy: sortField === undefined ? undefined : `ORDER BY ${sortField} ${sortOrder === 'Desc' ? 'DESC' : 'ASC'}`,
    limit: (interview) => {
      if (single) return 1;
      const given = most(interview);
      return (isScalar(given) ? toNumber(given)?.toNumber() : undefined) ?? Infinity;
    },
  };
}

function fieldsToRead(source: RecordLookupSource, object: ObjectSchema): string[] {
  if (source.outputAssignments.length > 0) return source.outputAssignments.map(({ field }) => field);
  if (source.queriedFields.length > 0) return [...source.queriedFields];
  return [...object.fields.values()]
    .filter(({ type }) => !NOT_STORED_AUTOMATICALLY.includes(type))
    .map(({ name }) => name);
}

function compileOutputs(
  source: RecordLookupSource,
  single: boolean,
  compiler: FlowCompiler,
): (interview: Interview, records: readonly SObject[]) => void {
  const { name, outputReference, outputAssignments, assignNullValuesIfNoRecordsFound: assignNull } = source;
  const writeAll = outputReference === undefined ? undefined : compiler.writer(outputReference);
  const assignments = outputAssignments.map(({ field, assignToReference }) => ({
    field,
    write: compiler.writer(assignToReference),
  }));
  return (interview, records) => {
    const first = records[0] ?? null;
    if (outputReference === undefined && assignments.length === 0) interview.set(name, single ? first : records);
    if (first === null && !assignNull) return;
    writeAll?.(interview, single ? first : records);
    for (const { field, write } of assignments) write(interview, readAlong(first, [field], interview.run, false));
  };
}
