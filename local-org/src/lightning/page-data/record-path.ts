/** The path of a record ("Path" in Salesforce Help): the stages of a picklist, with guidance for each. */
import { picklistValues } from '../../api/ui-api/picklist-values.ts';
import { canEdit, querySystem, type UiApiContext } from '../../api/ui-api/context.ts';
import { objectOfRecord, readRecord } from '../../api/ui-api/records.ts';
import { recordTypeById } from '../../api/ui-api/record-types.ts';
import type { PathAssistantSource } from '../../metadata/readers/path-assistant.ts';
import type { ObjectSchema, RecordTypeSchema } from '../../schema/model.ts';

export interface PathStep {
  readonly value: string;
  readonly label: string;
  readonly closed: boolean;
  readonly won: boolean;
  readonly keyFields: readonly string[];
  readonly guidance: string | null;
}

export interface RecordPath {
  readonly fieldApiName: string;
  readonly fieldLabel: string;
  readonly editable: boolean;
  readonly steps: readonly PathStep[];
}

/** Picklists of standard objects that are their path without any setting. */
const STANDARD_PATHS: Readonly<Record<string, string>> = { Opportunity: 'StageName', Lead: 'Status', Case: 'Status' };

/** The path for the record's type; undefined when there is none. */
export function recordPath(context: UiApiContext, recordId: string): RecordPath | undefined {
  const object = objectOfRecord(context, recordId);
  const { recordTypeId } = readRecord(context, recordId, {});
  const assistant = assistantFor(context, object, recordTypeById(object, recordTypeId));
  const field = object.field(assistant?.fieldName ?? STANDARD_PATHS[object.name] ?? '');
  if (field === undefined) return undefined;
  const ends = endings(context, object, field.name);
  return {
    fieldApiName: field.name,
    fieldLabel: field.label,
    editable: field.updateable && canEdit(context, field),
    steps: picklistValues(context, object.name, recordTypeId, field.name).values.map(({ value, label }) => {
      const step = assistant?.pathAssistantSteps.find((candidate) => candidate.picklistValueName === value);
      return {
        value,
        label,
        closed: ends.closed.has(value),
        won: ends.won.has(value),
        keyFields: (step?.fieldNames ?? []).flatMap((name) => object.field(name)?.name ?? []),
        guidance: step?.info ?? null,
      };
    }),
  };
}

function assistantFor(
  context: UiApiContext,
  object: ObjectSchema,
  recordType: RecordTypeSchema | undefined,
): PathAssistantSource | undefined {
  const name = recordType?.developerName ?? '__MASTER__';
  return [...context.org.metadata.pathAssistants.values()].find(
    (assistant) =>
      assistant.active && assistant.entityName === object.name && assistant.recordTypeName.split('.').at(-1) === name,
  );
}

interface Endings {
  readonly closed: ReadonlySet<string>;
  readonly won: ReadonlySet<string>;
}

const STATUS_QUERIES: Readonly<Record<string, string>> = {
  'Opportunity.StageName': 'SELECT MasterLabel, IsClosed, IsWon FROM OpportunityStage WHERE IsActive = TRUE',
  'Lead.Status': 'SELECT MasterLabel, IsConverted FROM LeadStatus',
  'Case.Status': 'SELECT MasterLabel, IsClosed FROM CaseStatus',
};

/** Stages that end the record's way; only some standard picklists have them. */
function endings(context: UiApiContext, object: ObjectSchema, field: string): Endings {
  const query = STATUS_QUERIES[`${object.name}.${field}`];
  const rows = query === undefined ? [] : querySystem(context, query);
  const named = (column: string) =>
    new Set(
      rows.filter((row) => row.has(column) && row.get(column) === true).map((row) => String(row.get('MasterLabel'))),
    );
  return { closed: new Set([...named('IsClosed'), ...named('IsConverted')]), won: named('IsWon') };
}
