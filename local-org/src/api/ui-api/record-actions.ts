/** The actions of a record page ("Get Record Page Actions" in the User Interface API Developer Guide). */
import type { Component } from '../../metadata/metadata.ts';
import type { QuickActionSource } from '../../metadata/readers/quick-action.ts';
import { NotSupported } from '../../schema/errors.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import { canEdit, querySystem, quoted, type UiApiContext } from './context.ts';
import { ApiError } from '../http/errors.ts';
import { pageLayout } from './page-layouts.ts';
import { objectOfRecord } from './records.ts';
import { recordTypeById } from './record-types.ts';

export interface RecordAction {
  readonly actionListContext: 'Record';
  readonly actionTarget: string | null;
  readonly actionTargetType: 'LightningComponent' | 'Flow' | 'NotSupported' | null;
  readonly apiName: string;
  readonly label: string;
  /** `Create`, `Update`, … of a quick action that has a form. */
  readonly subtype: string | null;
  readonly sourceObject: string;
  readonly targetObject: string | null;
  readonly type: 'StandardButton' | 'QuickAction';
}

const STANDARD: Readonly<Record<string, string>> = {
  Edit: 'Edit',
  Clone: 'Clone',
  Delete: 'Delete',
  Submit: 'Submit for Approval',
  Approve: 'Approve',
  Reject: 'Reject',
  Reassign: 'Reassign',
  Recall: 'Recall Approval Request',
};

/** The standard actions every record page has when the layout names none, apart from those it leaves out. */
const DEFAULT_ACTIONS = ['Edit', 'Clone', 'Delete', 'Submit'];

/** What is done about an approval that waits, wherever the list of actions comes from. */
const APPROVAL_ACTIONS = ['Approve', 'Reject', 'Reassign', 'Recall'];

/** Actions in the order of the page's or layout's action list, those the user may not take left out. */
export function recordActions(
  context: UiApiContext,
  recordId: string,
  listed?: readonly string[],
): readonly RecordAction[] {
  const object = objectOfRecord(context, recordId);
  const names = listed ?? layoutActions(context, object, recordId);
  return [...new Set([...names, ...APPROVAL_ACTIONS])].flatMap(
    (name) => actionOf(context, object, recordId, name) ?? [],
  );
}

/** The list of the layout; without one the standard buttons but for its `excludeButtons` ("Layout", Metadata API Developer Guide). */
function layoutActions(context: UiApiContext, object: ObjectSchema, recordId: string): readonly string[] {
  const recordType = recordTypeById(object, recordTypeOf(context, object, recordId));
  const { source } = pageLayout(context, object, recordType);
  const list = source?.platformActionList;
  if (list === undefined || list.actionListContext !== 'Record') {
    return DEFAULT_ACTIONS.filter((name) => source?.excludeButtons.includes(name) !== true);
  }
  return [...list.platformActionListItems].sort((a, b) => a.sortOrder - b.sortOrder).map((item) => item.actionName);
}

export function recordTypeOf(context: UiApiContext, object: ObjectSchema, recordId: string): string | undefined {
  if (object.field('RecordTypeId') === undefined) return undefined;
  const [record] = querySystem(context, `SELECT RecordTypeId FROM ${object.name} WHERE Id = ${quoted(recordId)}`);
  return (record?.get('RecordTypeId') as string | null | undefined) ?? undefined;
}

function actionOf(
  context: UiApiContext,
  object: ObjectSchema,
  recordId: string,
  name: string,
): RecordAction | undefined {
  if (name in STANDARD) return mayUse(context, object, recordId, name) ? standardAction(object, name) : undefined;
  const quickAction = context.org.metadata.quickActions.get(name);
  return quickAction === undefined ? notBuilt(object, name) : quickActionOf(context, object, quickAction);
}

function standardAction(object: ObjectSchema, name: string): RecordAction {
  return {
    actionListContext: 'Record',
    actionTarget: null,
    actionTargetType: null,
    apiName: name,
    label: STANDARD[name],
    subtype: null,
    sourceObject: object.name,
    targetObject: object.name,
    type: 'StandardButton',
  };
}

/** An action of the platform (`ChangeOwnerOne`, `FeedItem.TextPost`) is offered, and says that it is not supported. */
function notBuilt(object: ObjectSchema, name: string): RecordAction {
  const label = name
    .split('.')
    .at(-1)!
    .replace(/(One|Many)$/, '')
    .replace(/\B([A-Z])/g, ' $1');
  return {
    ...standardAction(object, 'Edit'),
    actionTargetType: 'NotSupported',
    apiName: name,
    label,
    type: 'QuickAction',
  };
}

function mayUse(context: UiApiContext, object: ObjectSchema, recordId: string, action: string): boolean {
  const access = context.org.security.object(context.user.id, object);
  if (action === 'Clone') return object.createable && access.create;
  if (action === 'Submit' || APPROVAL_ACTIONS.includes(action)) return mayApprove(context, object, recordId, action);
  const level =
    context.org.security.recordAccess(context.tx, context.user.id, object, [recordId]).get(recordId) ?? 'None';
  if (action === 'Delete') return object.deletable && access.delete && level === 'All';
  const editable = [...object.fields.values()].some((field) => field.updateable && canEdit(context, field));
  return object.updateable && access.edit && editable && (level === 'Edit' || level === 'All');
}

function mayApprove(context: UiApiContext, object: ObjectSchema, recordId: string, action: string): boolean {
  const { submit, decide, recall } = context.org.approvals.options(context.tx, object, recordId);
  if (action === 'Submit') return submit;
  return (action === 'Recall' ? recall : decide) !== null;
}

/** Whether the user may change the record at all. */
export function mayEdit(context: UiApiContext, recordId: string): boolean {
  return mayUse(context, objectOfRecord(context, recordId), recordId, 'Edit');
}

function quickActionOf(
  context: UiApiContext,
  object: ObjectSchema,
  action: Component<QuickActionSource>,
): RecordAction {
  const component = action.lightningWebComponent;
  return {
    actionListContext: 'Record',
    actionTarget: component ?? action.flowDefinition ?? null,
    actionTargetType: targetType(action),
    apiName: action.fullName,
    label: action.label ?? action.standardLabel ?? action.fullName.split('.').at(-1)!,
    subtype: component === undefined ? (action.actionSubtype ?? action.type) : componentSubtype(context, component),
    sourceObject: object.name,
    targetObject: action.targetObject ?? null,
    type: 'QuickAction',
  };
}

/** `Action` for a component without a screen, `ScreenAction` for one with ("targetConfig", `actionType`, in the LWC guide). */
function componentSubtype(context: UiApiContext, name: string): string {
  const meta = context.org.metadata.lwcBundles.get(name.replace(/^c:/, ''))?.meta;
  const configs = meta?.targetConfigs?.children ?? [];
  const config = configs.find((candidate) =>
    candidate.attributes.targets?.split(',').includes('lightning__RecordAction'),
  );
  return config?.children.find((child) => child.name === 'actionType')?.text.trim() ?? 'ScreenAction';
}

/** The fields of a quick action that has a form, and what they start with. */
export function quickActionForm(context: UiApiContext, name: string, recordId: string) {
  const action = context.org.metadata.quickActions.get(name);
  if (action === undefined) throw new ApiError(404, 'NOT_FOUND', `There is no quick action ${name}.`);
  const formula = action.fieldOverrides.find((override) => override.formula !== undefined);
  if (formula !== undefined) {
    throw new NotSupported(
      'a formula as a predefined value of a quick action',
      `${formula.source.file}:${formula.source.line}`,
    );
  }
  const fields = (action.quickActionLayout?.quickActionLayoutColumns ?? []).flatMap((column) =>
    column.quickActionLayoutItems.flatMap((item) => item.field ?? []),
  );
  const literals = action.fieldOverrides.map((override) => [override.field, override.literalValue ?? null] as const);
  const parent = action.targetParentField;
  const target = context.org.schema.object(action.targetObject ?? '');
  const defaults = Object.fromEntries(literals);
  const reference = parent === undefined ? undefined : (target?.field(parent) ?? target?.field(`${parent}Id`));
  return { fields, defaults: reference === undefined ? defaults : { ...defaults, [reference.name]: recordId } };
}

function targetType(action: QuickActionSource): RecordAction['actionTargetType'] {
  if (action.lightningWebComponent !== undefined) return 'LightningComponent';
  if (action.flowDefinition !== undefined) return 'Flow';
  return action.type === 'Create' || action.type === 'Update' ? null : 'NotSupported';
}
