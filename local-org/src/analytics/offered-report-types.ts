/** The report types that a user can make a report of: those of the project, those of custom objects, and the platform's. */
import type { SecurityService, UserContext } from '../database/services.ts';
import type { Metadata } from '../metadata/metadata.ts';
import type { Schema } from '../schema/model.ts';
import { STANDARD_REPORT_TYPES } from './standard-report-types.ts';

export interface OfferedReportType {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly category: string;
}

interface Services {
  readonly metadata: Metadata;
  readonly schema: Schema;
  readonly security: SecurityService;
}

export function offeredReportTypes({ metadata, schema, security }: Services, user: UserContext): OfferedReportType[] {
  const isSeen = (name: string): boolean => {
    const object = schema.object(name);
    return object !== undefined && security.object(user.id, object).read;
  };
  const own = [...metadata.reportTypes.values()]
    .filter(({ deployed, baseObject }) => deployed && isSeen(baseObject))
    .map(({ fullName, label, description, category }) => ({
      name: `${fullName}__c`,
      label,
      description: description ?? null,
      category: category ?? 'other',
    }));
  // "Allow Reports" of a custom object makes a report type of it ("Custom Object", Salesforce Help).
  const ofObjects = [...metadata.objects]
    .filter(([name, { definition }]) => definition?.enableReports === true && name.endsWith('__c') && isSeen(name))
    .map(([name]) => ({
      name: `CustomEntity$${name}`,
      label: schema.require(name).labelPlural,
      description: null,
      category: 'other',
    }));
  const standard = Object.entries(STANDARD_REPORT_TYPES)
    .filter(([, { object }]) => isSeen(object))
    .map(([name, { label, object }]) => ({ name, label, description: null, category: `${object.toLowerCase()}s` }));
  return [...own, ...ofObjects, ...standard].sort((left, right) => left.label.localeCompare(right.label));
}
