/** Case: closed follows from the status, the account from the contact ("Case", Object Reference). */
import { RecordGraph } from '../../database/record-graph.ts';
import { DatetimeValue } from '../../schema/values/index.ts';
import { goodRows } from '../save-row.ts';
import type { ObjectBehaviour } from './behaviour.ts';

export const caseBehaviour: ObjectBehaviour = {
  objects: ['Case'],

  derive(batch) {
    const graph = new RecordGraph(
      batch.tx,
      batch.rows.map(({ record }) => record),
    );
    for (const { record } of goodRows(batch)) {
      if (record.get('AccountId') !== null) continue;
      const contact = graph.parent(record, record.schema.field('ContactId')!);
      record.values.set('AccountId', contact?.get('AccountId') ?? null);
    }
  },

  settle(batch) {
    const { store, org } = batch.tx;
    const statuses = store.allRows(org.schema.require('CaseStatus'));
    const closed = new Set(statuses.filter((row) => row.get('IsClosed') === true).map((row) => row.get('ApiName')));
    for (const { record, old } of goodRows(batch)) {
      const isClosed = closed.has(record.get('Status'));
      record.values.set('IsClosed', isClosed);
      if (!isClosed) record.values.set('ClosedDate', null);
      else if (old?.get('IsClosed') !== true) record.values.set('ClosedDate', new DatetimeValue(org.clock.now()));
    }
  },
};
