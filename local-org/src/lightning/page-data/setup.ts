/** Setup: what an administrator can look at. */
import { canRead, queryAsUser, type UiApiContext } from '../../api/ui-api/context.ts';
import { ApiError } from '../../api/http/errors.ts';
import { jsonValue, type JsonValue } from '../../api/ui-api/field-values.ts';
import { columnAt } from '../../api/ui-api/list-columns.ts';
import type { SObject } from '../../schema/sobject.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import { flowOutline } from './flow-outline.ts';
import { withEnding, withLogins } from './setup-logins.ts';
import { allTabs } from './tabs.ts';

/** A table: Setup pages are lists of things. */
export interface SetupTable {
  readonly columns: readonly {
    readonly name: string;
    readonly label: string;
    /** `record` for the record's page, `page` for the row's own page reference, else the Setup node that shows the row. */
    readonly link?: string;
    readonly type?: string;
  }[];
  /** `actions` of a row are those that the user can take with it now. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Whether the user sees Setup at all ("View Setup and Configuration"). */
export function maySeeSetup(context: UiApiContext): boolean {
  return context.org.security.hasPermission(context.user.id, 'ViewSetup');
}

export function assertSetup(context: UiApiContext): void {
  if (!maySeeSetup(context)) {
    throw new ApiError(
      403,
      'INSUFFICIENT_ACCESS',
      'You need the permission "View Setup and Configuration" to see Setup.',
    );
  }
}

export function users(context: UiApiContext): SetupTable {
  const paths = ['Name', 'Username', 'Email', 'UserRole.Name', 'Profile.Name', 'IsActive'];
  return withLogins(context, table(context, 'User', paths, 'ORDER BY Name', 'Name'));
}

export function logIns(context: UiApiContext): SetupTable {
  const columns = ['LoginTime', 'UserId', 'LoginType', 'Application', 'SourceIp', 'Status', 'ApiType', 'ApiVersion'];
  return table(context, 'LoginHistory', columns, 'ORDER BY LoginTime DESC, Id DESC');
}

export function sessions(context: UiApiContext): SetupTable {
  const columns = [
    ...['Users.Name', 'SessionType', 'LoginType', 'SourceIp', 'NumSecondsValid', 'CreatedDate', 'LastModifiedDate'],
    'IsCurrent',
  ];
  return withEnding(table(context, 'AuthSession', columns, 'ORDER BY CreatedDate DESC, Id DESC'));
}

export function permissionSets(context: UiApiContext): SetupTable {
  return table(
    context,
    'PermissionSet',
    ['Label', 'Name', 'Description'],
    'WHERE IsOwnedByProfile = FALSE ORDER BY Label',
  );
}

export function jobs(context: UiApiContext): SetupTable {
  const columns = [
    'JobType',
    'ApexClass.Name',
    'Status',
    'JobItemsProcessed',
    'TotalJobItems',
    'NumberOfErrors',
    'ExtendedStatus',
    'CreatedDate',
    'CompletedDate',
  ];
  return table(context, 'AsyncApexJob', columns, 'ORDER BY CreatedDate DESC');
}

export function debugLogs(context: UiApiContext): SetupTable {
  return table(
    context,
    'ApexLog',
    ['LogUser.Name', 'Operation', 'Status', 'StartTime', 'DurationMilliseconds', 'LogLength'],
    'ORDER BY StartTime DESC',
  );
}

const MOST_ROWS = 1000;

/** Rows of a setup object, with those of the columns that it has. */
function table(
  context: UiApiContext,
  objectName: string,
  paths: readonly string[],
  order: string,
  link?: string,
): SetupTable {
  const { schema } = context.org;
  const object = schema.object(objectName);
  if (object === undefined) return { columns: [], rows: [] };
  const columns = paths.flatMap((path) => columnAt(schema, object, path) ?? []);
  const soql = `SELECT Id, ${columns.map((column) => column.path).join(', ')} FROM ${object.name} ${order} LIMIT ${MOST_ROWS}`;
  const rows = queryAsUser(context, soql).records;
  return {
    columns: columns.map(({ path, label, field }) => ({
      name: path,
      label,
      type: field.type,
      ...(path === link ? { link: 'record' } : {}),
    })),
    rows: rows.map((row) => ({
      Id: row.id,
      ...Object.fromEntries(columns.map((column) => [column.path, valueAt(row, column.path)])),
    })),
  };
}

function valueAt(row: SObject, path: string): JsonValue {
  const steps = path.split('.');
  const owner = steps.slice(0, -1).reduce<SObject | null | undefined>((record, step) => record?.parents.get(step), row);
  return owner === null || owner === undefined ? null : jsonValue(owner.get(steps.at(-1)!));
}

/** The tabs that the user may open. */
export function tabs(context: UiApiContext): SetupTable {
  return {
    columns: [
      { name: 'label', label: 'Tab Label', link: 'page' },
      { name: 'name', label: 'Tab Name' },
    ],
    rows: allTabs(context).map(({ name, label, page }) => ({
      Id: name,
      label,
      name,
      page: { type: page.type, attributes: { ...page.attributes } },
    })),
  };
}

/** Object Manager: every object an administrator can configure. */
export function objects(context: UiApiContext): SetupTable {
  const shown = [...context.org.schema.objects.values()].filter((object) => CONFIGURED.has(object.kind));
  return {
    columns: [
      { name: 'label', label: 'Label', link: 'ObjectManager' },
      { name: 'name', label: 'API Name' },
      { name: 'type', label: 'Type' },
      { name: 'sharing', label: 'Sharing' },
    ],
    rows: shown
      .sort((a, b) => a.label.localeCompare(b.label))
      .map((object) => ({
        Id: object.name,
        label: object.label,
        name: object.name,
        type: KIND_LABELS[object.kind] ?? null,
        sharing: object.sharingModel,
      })),
  };
}

const KIND_LABELS: Readonly<Partial<Record<ObjectSchema['kind'], string>>> = {
  standard: 'Standard Object',
  custom: 'Custom Object',
  customMetadata: 'Custom Metadata Type',
  customSetting: 'Custom Setting',
  platformEvent: 'Platform Event',
};
const CONFIGURED = new Set(Object.keys(KIND_LABELS));

export function objectFields(context: UiApiContext, name: string): SetupTable & { readonly title: string } {
  const object = context.org.schema.require(name);
  return {
    title: object.label,
    columns: [
      { name: 'label', label: 'Field Label' },
      { name: 'name', label: 'Field Name' },
      { name: 'type', label: 'Data Type' },
      { name: 'required', label: 'Required', type: 'boolean' },
      { name: 'visible', label: 'Visible to Me', type: 'boolean' },
      { name: 'description', label: 'Description' },
    ],
    rows: [...object.fields.values()]
      .sort((a, b) => a.label.localeCompare(b.label))
      .map((field) => ({
        Id: field.name,
        label: field.label,
        name: field.name,
        type: typeLabel(context, field.name, object),
        required: !field.nillable && field.createable,
        visible: canRead(context, field),
        description: field.description ?? null,
      })),
  };
}

function typeLabel(context: UiApiContext, name: string, object: ObjectSchema): string {
  const field = object.field(name)!;
  if (field.rollUp !== undefined)
    return `Roll-Up Summary (${field.rollUp.operation.toUpperCase()} ${field.rollUp.childObject})`;
  if (field.formula !== undefined) return `Formula (${field.type})`;
  if (field.autoNumber) return 'Auto Number';
  if (field.type === 'reference') {
    const targets = field.referenceTo.map((target) => context.org.schema.object(target)?.label ?? target).join(', ');
    return `${field.masterDetail ? 'Master-Detail' : 'Lookup'} (${targets})`;
  }
  if (field.type === 'string') return `Text (${field.length})`;
  if (field.precision > 0)
    return `${field.type[0].toUpperCase()}${field.type.slice(1)} (${field.precision - field.scale}, ${field.scale})`;
  return `${field.type[0].toUpperCase()}${field.type.slice(1)}`;
}

export function apexClasses(context: UiApiContext): SetupTable {
  const { apexClasses: classes, triggers } = context.org.metadata;
  const row =
    (type: string) => (code: { fullName: string; file: string; source: string; meta: { apiVersion: number } }) => ({
      Id: code.fullName,
      name: code.fullName,
      type,
      apiVersion: code.meta.apiVersion,
      lines: code.source.split('\n').length,
      file: code.file,
    });
  return {
    columns: [
      { name: 'name', label: 'Name' },
      { name: 'type', label: 'Type' },
      { name: 'apiVersion', label: 'API Version' },
      { name: 'lines', label: 'Lines' },
      { name: 'file', label: 'File' },
    ],
    rows: [...[...classes.values()].map(row('Class')), ...[...triggers.values()].map(row('Trigger'))].sort((a, b) =>
      a.name.localeCompare(b.name),
    ),
  };
}

export function flows(context: UiApiContext): SetupTable {
  return {
    columns: [
      { name: 'label', label: 'Flow Label', link: 'Flows' },
      { name: 'name', label: 'Flow API Name' },
      { name: 'type', label: 'Type' },
      { name: 'status', label: 'Status' },
      { name: 'trigger', label: 'Trigger' },
      { name: 'file', label: 'File' },
    ],
    rows: [...context.org.metadata.flows.values()].map((flow) => {
      const { label, type, status, trigger } = flowOutline(flow);
      return { Id: flow.fullName, label, name: flow.fullName, type, status, trigger, file: flow.file };
    }),
  };
}

export function flow(context: UiApiContext, name: string) {
  const source = context.org.metadata.flows.get(name);
  if (source === undefined) throw new ApiError(404, 'NOT_FOUND', `There is no flow ${name}.`);
  return flowOutline(source);
}
