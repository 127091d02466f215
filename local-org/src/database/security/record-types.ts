/** An object's record types as a user has them ("Assign Record Types and Page Layouts in Profiles", Salesforce Help). */
import { masterRecordType } from '../../schema/record-type.ts';
import type { ObjectSchema, RecordTypeSchema } from '../../schema/model.ts';
import type { OrgServices, UserContext } from '../services.ts';

type Services = Pick<OrgServices, 'security' | 'defaultRecordType'>;

/** Those that the user may give to records, without the master record type. */
export function availableRecordTypes(org: Services, user: UserContext, object: ObjectSchema): RecordTypeSchema[] {
  return object.recordTypes.filter((type) => !type.isMaster && org.security.recordTypeVisible(user.id, object, type));
}

/** The default of the profile, else the first that is available, else the master record type. */
export function defaultRecordTypeId(org: Services, user: UserContext, object: ObjectSchema): string {
  return org.defaultRecordType(user, object) ?? availableRecordTypes(org, user, object)[0]?.id ?? masterRecordType.id;
}
