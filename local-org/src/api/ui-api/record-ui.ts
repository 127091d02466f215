/** Records with the layouts and metadata to show them ("Get Record Data and Metadata" and "Get Default Values"). */
import { defaultRecordTypeId } from '../../database/security/record-types.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import { queryAsUser, quoted, readableObject, type UiApiContext } from './context.ts';
import { defaultValues } from './default-values.ts';
import { recordColumns, selectFields } from './field-selection.ts';
import { layoutFields, layoutInfo, type LayoutInfo } from './layout.ts';
import { objectInfo, type ObjectInfo } from './object-info.ts';
import { compactLayoutFields, pageLayout } from './page-layouts.ts';
import { recordRepresentation, type RecordRepresentation } from './record-representation.ts';
import { MASTER_RECORD_TYPE, recordTypeById } from './record-types.ts';
import { objectOfRecord, readRecord, readSelection } from './records.ts';

/** Names of the fields of a record's layouts, with the names of the records its references point to. */
function fieldsOfLayouts(
  context: UiApiContext,
  object: ObjectSchema,
  recordTypeId: string,
  layoutTypes: readonly string[],
): readonly string[] {
  const recordType = recordTypeById(object, recordTypeId);
  const names = layoutTypes.flatMap((type) =>
    type.toLowerCase() === 'compact'
      ? compactLayoutFields(context.org.metadata, object, recordType)
      : layoutFields(context, object, pageLayout(context, object, recordType)),
  );
  return [...new Set(names)].flatMap((name) => [name, ...namesOfParents(context, object, name)]);
}

function namesOfParents(context: UiApiContext, object: ObjectSchema, name: string): readonly string[] {
  const field = object.field(name);
  if (field?.relationshipName === undefined) return [];
  const named = field.referenceTo.flatMap((target) => context.org.schema.object(target)?.nameField ?? []);
  return named.slice(0, 1).map((target) => `${field.relationshipName}.${target.name}`);
}

export interface LayoutRecordRequest {
  readonly layoutTypes: readonly string[];
  readonly optionalFields?: readonly string[];
}

export function readRecordByLayout(
  context: UiApiContext,
  id: string,
  request: LayoutRecordRequest,
): RecordRepresentation {
  const object = objectOfRecord(context, id);
  const { recordTypeId } = readRecord(context, id, {});
  const names = fieldsOfLayouts(context, object, recordTypeId, request.layoutTypes);
  return readSelection(context, id, selectFields(context, object, [], [...names, ...(request.optionalFields ?? [])]));
}

export interface RecordUi {
  readonly layouts: Readonly<Record<string, Record<string, Record<string, Record<string, LayoutInfo>>>>>;
  readonly objectInfos: Readonly<Record<string, ObjectInfo>>;
  readonly records: Readonly<Record<string, RecordRepresentation>>;
}

export function recordUi(
  context: UiApiContext,
  ids: readonly string[],
  layoutTypes: readonly string[],
  modes: readonly string[],
  optionalFields: readonly string[],
): RecordUi {
  const records = ids.map((id) => readRecordByLayout(context, id, { layoutTypes, optionalFields }));
  const layouts: Record<string, Record<string, Record<string, Record<string, LayoutInfo>>>> = {};
  for (const { apiName, recordTypeId } of records) {
    const ofType = ((layouts[apiName] ??= {})[recordTypeId] ??= {});
    for (const layoutType of layoutTypes) {
      const byMode = modes.map((mode) => [
        mode,
        layoutInfo(context, { objectApiName: apiName, layoutType, mode, recordTypeId }),
      ]);
      ofType[layoutType] = Object.fromEntries(byMode) as Record<string, LayoutInfo>;
    }
  }
  const names = [...new Set(records.map((record) => record.apiName))];
  return {
    layouts,
    objectInfos: Object.fromEntries(names.map((name) => [name, objectInfo(context, name)])),
    records: Object.fromEntries(records.map((record) => [record.id!, record])),
  };
}

/** What a form for a new record starts with. */
export function createDefaults(context: UiApiContext, objectName: string, requestedType: string | undefined) {
  const object = readableObject(context, objectName);
  const recordTypeId = requestedType ?? defaultRecordTypeId(context.org, context.user, object);
  const record = defaultValues(context, object, recordTypeById(object, recordTypeId));
  return defaultsAnswer(context, object, recordTypeId, record.fields);
}

/** What a form for a copy of a record starts with. */
export function cloneDefaults(context: UiApiContext, recordId: string, requestedType: string | undefined) {
  const object = objectOfRecord(context, recordId);
  const { recordTypeId } = readRecord(context, recordId, {});
  const copied = [...object.fields.values()]
    .filter((field) => field.createable && !field.unique)
    .map((field) => field.name);
  const selection = selectFields(
    context,
    object,
    [],
    copied.flatMap((name) => [name, ...namesOfParents(context, object, name)]),
  );
  const soql = `SELECT ${recordColumns(selection).join(', ')} FROM ${object.name} WHERE Id = ${quoted(recordId)}`;
  const [source] = queryAsUser(context, soql).records;
  const { fields } = recordRepresentation(context, source, selection);
  return defaultsAnswer(context, object, requestedType ?? recordTypeId, fields);
}

function defaultsAnswer(
  context: UiApiContext,
  object: ObjectSchema,
  recordTypeId: string,
  fields: RecordRepresentation['fields'],
) {
  return {
    layout: layoutInfo(context, { objectApiName: object.name, mode: 'Create', recordTypeId }),
    objectInfos: { [object.name]: objectInfo(context, object.name) },
    record: {
      apiName: object.name,
      childRelationships: {},
      eTag: '',
      fields,
      id: null,
      lastModifiedById: null,
      lastModifiedDate: null,
      recordTypeId,
      recordTypeInfo:
        recordTypeId === MASTER_RECORD_TYPE
          ? null
          : { recordTypeId, name: recordTypeById(object, recordTypeId)?.label },
      systemModstamp: null,
      weakEtag: 0,
    },
  };
}
