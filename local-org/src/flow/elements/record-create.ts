import { writeInBulk, type InterviewWrite } from '../bulk-write.ts';
import type { RecordCreateSource } from '../definition/data-elements.ts';
import type { BulkElement } from '../element.ts';
import type { FlowCompiler } from '../flow-compiler.ts';
import type { FlowRun } from '../flow-run.ts';
import { SObject } from '../../schema/sobject.ts';
import type { Interview } from '../interview.ts';
import { compileFieldAssignments, recordsOf } from '../record-values.ts';
import { eachInterview } from '../each-interview.ts';

interface Creation extends InterviewWrite {
  /** The records of the flow, which get the ids of those that were written. */
  readonly originals: readonly SObject[];
}

/** Create Records, also as an upsert by an external id. */
export function compileRecordCreate(source: RecordCreateSource, compiler: FlowCompiler): BulkElement {
  if (source.filters.length > 0 || source.operationZeroMatchingRecords !== undefined) {
    throw compiler.notSupported('the check for matching records of Create Records', source.source);
  }
  const read = compileNewRecords(source, compiler);
  const writeId =
    source.assignRecordIdToReference === undefined ? undefined : compiler.writer(source.assignRecordIdToReference);
  const faultTarget = source.faultConnector?.targetReference;
  return {
    kind: 'bulk',
    name: source.name,
    faultTarget,
    run: (interviews) => {
      const creations = eachInterview(interviews, source.name, faultTarget, (interview): Creation => {
        const originals = read(interview);
        return { interview, originals, records: originals.map((record) => interview.run.records.forCreate(record)) };
      });
      const faults = writeInBulk(creations, 'create', (records) => save(creations[0].interview.run, records, source));
      for (const { interview, originals, records } of creations) {
        const fault = faults.get(interview);
        if (fault !== undefined) {
          interview.fail(source.name, fault, faultTarget);
          continue;
        }
        originals.forEach((record, index) => (record.id = records[index].id));
        const id = records[0]?.id ?? null;
        if (source.storeOutputAutomatically) interview.set(source.name, id);
        writeId?.(interview, id);
        interview.next = source.connector?.targetReference;
      }
    },
  };
}

function compileNewRecords(source: RecordCreateSource, compiler: FlowCompiler): (interview: Interview) => SObject[] {
  if (source.inputReference !== undefined) {
    const path = source.inputReference;
    const read = compiler.reader(path);
    return (interview) => recordsOf(read(interview), path);
  }
  const object = compiler.object(source.object);
  const assign = compileFieldAssignments(source.inputAssignments, object, compiler);
  return (interview) => {
    const record = new SObject(object);
    assign(interview, record);
    return [record];
  };
}

function save(run: FlowRun, records: readonly SObject[], source: RecordCreateSource): void {
  const { tx, access } = run;
  const options = { ...access, allOrNone: true };
  // What an attempt that was undone has set.
  if (!source.doesUpsert) for (const record of records) record.id = null;
  if (source.doesUpsert) {
    tx.org.dml.upsert(tx, records, source.upsertExternalIdField ?? source.upsertStandardIdField ?? 'Id', options);
  } else {
    tx.org.dml.insert(tx, records, options);
  }
  run.refresh();
}
