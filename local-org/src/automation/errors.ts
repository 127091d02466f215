/** The platform's words for what can go wrong with one record of a save ("Status Codes", SOAP API Developer Guide). */
import type { SaveError } from '../database/services.ts';

function error(statusCode: string, message: string, fields: readonly string[] = []): SaveError {
  return { statusCode, message, fields };
}

export const saveErrors = {
  idOnInsert: () => error('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']),
  idMissing: (operation: string) => error('MISSING_ARGUMENT', `Id not specified in an ${operation} call`, ['Id']),
  idOfOtherObject: (id: string) => error('INVALID_CROSS_REFERENCE_KEY', `invalid cross reference id: ${id}`),
  malformedId: (text: string) => error('MALFORMED_ID', `bad id ${text}`, ['Id']),
  deleted: () => error('ENTITY_IS_DELETED', 'entity is deleted'),
  recordTypeNotAssigned: (id: string) =>
    error('INVALID_CROSS_REFERENCE_KEY', `Record Type ID: this ID value isn't valid for the user: ${id}`, [
      'RecordTypeId',
    ]),
  noSuchRecord: () => error('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id'),
  notInRecycleBin: () => error('UNDELETE_FAILED', 'Entity is not in the recycle bin'),
  notReadable: () =>
    error('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'insufficient access rights on cross-reference id'),
  notEditable: () => error('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id'),
  locked: () => error('ENTITY_IS_LOCKED', 'This record is locked. If you need to edit it, contact your admin.'),
  referenceNotReadable: (id: string) =>
    error('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', `insufficient access rights on cross-reference id: ${id}`),
  entityDenied: (object: string, verb: 'inserted' | 'updated' | 'deleted' | 'undeleted') =>
    error('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type cannot be ${verb}: ${object}`),
  fieldsDenied: (fields: readonly string[]) =>
    error(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      `Unable to create/update fields: ${fields.join(', ')}. Please check the security settings of this field and ` +
        'verify that it is read/write for your profile or permission set.',
      fields,
    ),
  requiredMissing: (fields: readonly string[]) =>
    error('REQUIRED_FIELD_MISSING', `Required fields are missing: [${fields.join(', ')}]`, fields),
  duplicateValue: (field: string, id: string) =>
    error('DUPLICATE_VALUE', `duplicate value found: ${field} duplicates value on record with id: ${id}`),
  deleteRestricted: (name: string, children: string, names: readonly string[]) =>
    error(
      'DELETE_FAILED',
      `Your attempt to delete ${name} could not be completed because it is associated with the following ` +
        `${children.toLowerCase()}: ${names.join(', ')}`,
    ),
  noSuchKey: (field: string, object: string) =>
    error('INVALID_FIELD', `No such column '${field}' on entity '${object}'`, [field]),
  keyMissing: (field: string) => error('MISSING_ARGUMENT', `${field} not specified`),
  keyRepeated: (field: string, value: string) =>
    error('DUPLICATE_VALUE', `Duplicate external id specified: ${value}`, [field]),
  keyAmbiguous: (field: string, ids: readonly string[]) =>
    error('DUPLICATE_EXTERNAL_ID', `${field}: more than one record found for external id field: [${ids.join(', ')}]`),
  keyNotFound: (object: string, field: string, value: string) =>
    error('INVALID_FIELD', `Foreign key external ID: ${value} not found for field ${field} in entity ${object}`),
  fieldIntegrity: (message: string, fields: readonly string[] = []) =>
    error('FIELD_INTEGRITY_EXCEPTION', message, fields),
  mixedDml: (object: string, original: string) =>
    error(
      'MIXED_DML_OPERATION',
      'DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): ' +
        `${object}, original object: ${original}`,
    ),
  tooManyRetries: () =>
    error('UNKNOWN_EXCEPTION', 'Too many batch retries in the presence of Apex triggers and partial failures.'),
};
