/** A flow to read: its start, and its elements in the order in which they are reached. */
import type { FlowSource } from '../../metadata/metadata.ts';
import type { XmlElement } from '../../metadata/xml.ts';

export interface FlowElementView {
  readonly name: string;
  readonly label: string;
  readonly kind: string;
  readonly description: string | null;
  readonly depth: number;
  /** How it is reached: an outcome's label, `Fault`, `For each`, … */
  readonly via: string | null;
  /** What it does, one detail to a line. */
  readonly details: readonly string[];
}

export interface FlowOutline {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly status: string;
  readonly trigger: string;
  readonly description: string | null;
  readonly elements: readonly FlowElementView[];
}

/** Element tags of the metadata → what Flow Builder calls them. */
const KINDS: Readonly<Record<string, string>> = {
  actionCalls: 'Action',
  apexPluginCalls: 'Apex Action (Legacy)',
  assignments: 'Assignment',
  collectionProcessors: 'Collection',
  customErrors: 'Custom Error',
  decisions: 'Decision',
  loops: 'Loop',
  recordCreates: 'Create Records',
  recordDeletes: 'Delete Records',
  recordLookups: 'Get Records',
  recordRollbacks: 'Roll Back Records',
  recordUpdates: 'Update Records',
  screens: 'Screen',
  subflows: 'Subflow',
  transforms: 'Transform',
  waits: 'Wait',
};

interface Connection {
  readonly target: string;
  readonly via: string | null;
}

export function flowOutline(flow: FlowSource): FlowOutline {
  const { root } = flow;
  const start = child(root, 'start');
  return {
    name: flow.fullName,
    label: text(root, 'label') ?? flow.fullName,
    type: text(root, 'processType') ?? '',
    status: text(root, 'status') ?? '',
    trigger: start === undefined ? '' : triggerText(start),
    description: text(root, 'description') ?? null,
    elements: walk(root),
  };
}

function triggerText(start: XmlElement): string {
  const parts = [text(start, 'object'), text(start, 'triggerType'), text(start, 'recordTriggerType')];
  return parts.filter((part) => part !== undefined).join(', ');
}

/** Depth first from the start; an element that is reached twice stands where it is reached first. */
function walk(root: XmlElement): FlowElementView[] {
  const elements = new Map(
    root.children
      .filter((element) => element.name in KINDS)
      .map((element) => [text(element, 'name') ?? '', element] as const),
  );
  const views: FlowElementView[] = [];
  const seen = new Set<string>();
  const visit = ({ target, via }: Connection, depth: number): void => {
    const element = elements.get(target);
    if (element === undefined || seen.has(target)) return;
    seen.add(target);
    views.push(elementView(element, depth, via));
    const next = connections(element);
    for (const connection of next) visit(connection, connection.via === null ? depth : depth + 1);
  };
  const start = child(root, 'start');
  const first = start === undefined ? text(root, 'startElementReference') : undefined;
  for (const connection of start === undefined ? [] : connections(start)) visit(connection, 0);
  if (first !== undefined) visit({ target: first, via: null }, 0);
  for (const name of elements.keys()) visit({ target: name, via: 'Not connected' }, 0);
  return views;
}

/** Where an element leads, branches before what follows them. */
function connections(element: XmlElement): Connection[] {
  const to = (parent: XmlElement, tag: string, via: string | null): Connection[] => {
    const target = child(parent, tag);
    const name = target === undefined ? undefined : text(target, 'targetReference');
    return name === undefined ? [] : [{ target: name, via }];
  };
  const branches = children(element, 'rules').flatMap((rule) => to(rule, 'connector', text(rule, 'label') ?? null));
  const paths = children(element, 'scheduledPaths').flatMap((path) =>
    to(path, 'connector', text(path, 'label') ?? 'Run asynchronously'),
  );
  return [
    ...branches,
    ...to(element, 'defaultConnector', text(element, 'defaultConnectorLabel') ?? 'Default'),
    ...to(element, 'nextValueConnector', 'For each'),
    ...to(element, 'faultConnector', 'Fault'),
    ...paths,
    ...to(element, 'connector', null),
    ...to(element, 'noMoreValuesConnector', null),
  ];
}

function elementView(element: XmlElement, depth: number, via: string | null): FlowElementView {
  return {
    name: text(element, 'name') ?? '',
    label: text(element, 'label') ?? text(element, 'name') ?? '',
    kind: KINDS[element.name],
    description: text(element, 'description') ?? null,
    depth,
    via,
    details: detailsOf(element),
  };
}

const DETAIL_TAGS = ['object', 'actionName', 'flowName', 'collectionReference', 'inputReference', 'filterLogic'];

function detailsOf(element: XmlElement): string[] {
  const plain = DETAIL_TAGS.flatMap((tag) => {
    const value = text(element, tag);
    return value === undefined ? [] : [`${tag}: ${value}`];
  });
  const filters = children(element, 'filters').map(
    (filter) => `where ${text(filter, 'field')} ${text(filter, 'operator')} ${valueText(filter)}`,
  );
  const conditions = children(element, 'rules').map(
    (rule) =>
      `${text(rule, 'label')}: ${children(rule, 'conditions')
        .map(conditionText)
        .join(` ${text(rule, 'conditionLogic') ?? 'and'} `)}`,
  );
  const assignments = [
    ...children(element, 'inputAssignments').map((item) => `${text(item, 'field')} = ${valueText(item)}`),
    ...children(element, 'inputParameters').map((item) => `${text(item, 'name')} = ${valueText(item)}`),
    ...children(element, 'assignmentItems').map(
      (item) => `${text(item, 'assignToReference')} ${text(item, 'operator')} ${valueText(item)}`,
    ),
  ];
  return [...plain, ...filters, ...conditions, ...assignments];
}

function conditionText(condition: XmlElement): string {
  return `${text(condition, 'leftValueReference')} ${text(condition, 'operator')} ${valueText(condition, 'rightValue')}`;
}

/** `value` and `rightValue` hold one element that says which kind of value it is. */
function valueText(owner: XmlElement, tag = 'value'): string {
  const value = child(owner, tag);
  const content = value?.children[0];
  return content === undefined ? '' : content.name === 'stringValue' ? `"${content.text}"` : content.text.trim();
}

function children(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((candidate) => candidate.name === name);
}

function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((candidate) => candidate.name === name);
}

function text(element: XmlElement, name: string): string | undefined {
  return child(element, name)?.text.trim();
}
