import { writeInBulk } from '../bulk-write.ts';
import type { RecordDeleteSource } from '../definition/data-elements.ts';
import type { BulkElement } from '../element.ts';
import type { FlowCompiler } from '../flow-compiler.ts';
import { compileTargets } from '../record-targets.ts';

/** Delete Records: records in variables, or records found by conditions. */
export function compileRecordDelete(source: RecordDeleteSource, compiler: FlowCompiler): BulkElement {
  const faultTarget = source.faultConnector?.targetReference;
  const targets = compileTargets(source, compiler);
  return {
    kind: 'bulk',
    name: source.name,
    faultTarget,
    run: (interviews) => {
      const found = targets.find(interviews, 'delete', faultTarget);
      const writes = [...found].map(([interview, records]) => ({ interview, records }));
      const faults = writeInBulk(writes, 'delete', (records) => {
        const { run } = writes[0].interview;
        const ids = records.flatMap(({ id }) => id ?? []);
        run.tx.org.dml.delete(run.tx, ids, { ...run.access, allOrNone: true });
        run.refresh();
      });
      for (const { interview } of writes) {
        const fault = faults.get(interview);
        if (fault === undefined) interview.next = source.connector?.targetReference;
        else interview.fail(source.name, fault, faultTarget);
      }
    },
  };
}
