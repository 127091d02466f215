import { writeInBulk, type InterviewWrite } from '../bulk-write.ts';
import type { RecordUpdateSource } from '../definition/data-elements.ts';
import type { BulkElement } from '../element.ts';
import type { FlowCompiler } from '../flow-compiler.ts';
import { eachInterview } from '../each-interview.ts';
import { compileFieldAssignments } from '../record-values.ts';
import { compileTargets } from '../record-targets.ts';

/** Update Records: the triggering record, records in variables, or records found by conditions. */
export function compileRecordUpdate(source: RecordUpdateSource, compiler: FlowCompiler): BulkElement {
  const { name, inputReference } = source;
  const faultTarget = source.faultConnector?.targetReference;
  const targets = compileTargets(source, compiler);
  const assign = compileFieldAssignments(source.inputAssignments, targets.object, compiler);
  const inPlace =
    inputReference?.toLowerCase() === '$record' && compiler.definition.start?.triggerType === 'RecordBeforeSave';
  return {
    kind: 'bulk',
    name,
    faultTarget,
    run: (interviews) => {
      const found = targets.find(interviews, 'update', faultTarget);
      const writes = eachInterview([...found.keys()], name, faultTarget, (interview): InterviewWrite => {
        const records = found.get(interview)!;
        for (const record of records) assign(interview, record);
        return { interview, records: inPlace ? [] : records.map((record) => interview.run.records.forUpdate(record)) };
      });
      const faults = writeInBulk(writes, 'update', (records) => {
        const { run } = writes[0].interview;
        run.tx.org.dml.update(run.tx, records, { ...run.access, allOrNone: true });
        run.refresh();
      });
      for (const { interview } of writes) {
        const fault = faults.get(interview);
        if (fault === undefined) interview.next = source.connector?.targetReference;
        else interview.fail(name, fault, faultTarget);
      }
    },
  };
}
