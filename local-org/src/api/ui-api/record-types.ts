/** Record types by id. */
import type { ObjectSchema, RecordTypeSchema } from '../../schema/model.ts';
import { masterRecordType } from '../../schema/record-type.ts';

/** Of every record whose object has no others. */
export const MASTER_RECORD_TYPE = masterRecordType.id;

/** The record type of this id; undefined for the master record type. */
export function recordTypeById(object: ObjectSchema, id: string | null | undefined): RecordTypeSchema | undefined {
  return object.recordTypes.find((type) => type.id === id && !type.isMaster);
}
