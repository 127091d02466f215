/** Components given and taken one by one ("CRUD-Based Metadata Development", Metadata API Developer Guide). */
import {
  type ComponentName,
  componentKey,
  componentsOf,
  fileOf,
  type SourceComponent,
} from '../metadata/components.ts';
import { metadataType, OBJECT_PARTS } from '../metadata/metadata-types.ts';
import type { XmlElement } from '../metadata/xml.ts';
import type { Org } from '../org/org.ts';
import { NotSupported } from '../schema/errors.ts';
import { deployRequested, type ReferenceCheck } from './deploy.ts';
import type { DeployOptions } from './deploy-result.ts';
import { namesOf } from './owner.ts';
import { wholeOf } from './retrieve.ts';

export type ChangeKind = 'create' | 'update' | 'upsert';

export interface ChangeResult {
  readonly fullName: string;
  readonly success: boolean;
  readonly created: boolean;
  readonly error?: { readonly statusCode: string; readonly message: string };
}

const SUFFIX_OF_PART = new Map(Object.values(OBJECT_PARTS).map(({ type, suffix }) => [type, suffix]));
const options: DeployOptions = {
  allowMissingFiles: false,
  checkOnly: false,
  ignoreWarnings: false,
  rollbackOnError: true,
  singlePackage: true,
  testLevel: 'NoTestRun',
  runTests: [],
};

/** `root` says what the component is to say, its name left out. */
export function changeComponent(
  org: Org,
  { type, fullName }: ComponentName,
  root: XmlElement,
  kind: ChangeKind,
  check: ReferenceCheck,
): ChangeResult {
  const exists = org.components().has(componentKey({ type, fullName }));
  if (kind === 'create' && exists) {
    return refused(fullName, 'DUPLICATE_DEVELOPER_NAME', `There is already a ${type} named ${fullName}`);
  }
  if (kind === 'update' && !exists) return unknown({ type, fullName });
  const components = componentsOf(sourceOf({ type, fullName }, root));
  const outcome = deployRequested(org, { components, deletions: [], faults: [] }, options, check);
  return result(fullName, !exists, outcome.messages);
}

export function deleteComponent(org: Org, name: ComponentName, check: ReferenceCheck): ChangeResult {
  if (!org.components().has(componentKey(name))) return unknown(name);
  const deletions = [{ ...name, file: '' }];
  const outcome = deployRequested(org, { components: [], deletions, faults: [] }, options, check);
  return result(name.fullName, false, outcome.messages);
}

/** What the component says, an object with all its parts and labels with each other; undefined when there is none. */
export function readComponent(org: Org, { type, fullName }: ComponentName): XmlElement | undefined {
  const found = [...org.components().values()].filter((component) =>
    namesOf(component).some((name) => name.type === type && name.fullName === fullName),
  );
  if (found.length === 0 || requireXml(type) === undefined) return undefined;
  return type === 'CustomObject' || type === 'CustomLabels' ? wholeOf(type, found) : found[0].root;
}

function sourceOf({ type, fullName }: ComponentName, root: XmlElement): SourceComponent['source'] {
  const [object = '', part = ''] = fullName.split('.');
  const suffix = SUFFIX_OF_PART.get(type);
  if (suffix !== undefined) {
    return fileOf({ file: `objects/${object}.object`, name: part, suffix, objectName: object, content: [] }, root);
  }
  const { directory, suffix: ending = '' } = requireXml(type);
  const name = fullName.slice(fullName.lastIndexOf('/') + 1);
  const file = `${directory}/${fullName}.${ending}`;
  return fileOf({ file, name, suffix: ending, objectName: undefined, content: [] }, root);
}

function requireXml(type: string): { readonly directory: string; readonly suffix: string | undefined } {
  if (SUFFIX_OF_PART.has(type)) return { directory: 'objects', suffix: SUFFIX_OF_PART.get(type) };
  const known = metadataType(type);
  if (known?.kind !== 'xml') throw new NotSupported(`single components of the type ${type}`, 'Metadata API');
  return known;
}

function result(
  fullName: string,
  created: boolean,
  messages: readonly { readonly success: boolean; readonly problem?: string }[],
): ChangeResult {
  const failure = messages.find(({ success }) => !success);
  if (failure === undefined) return { fullName, success: true, created };
  return refused(fullName, 'UNKNOWN_EXCEPTION', failure.problem ?? '');
}

function unknown({ type, fullName }: ComponentName): ChangeResult {
  return refused(fullName, 'INVALID_CROSS_REFERENCE_KEY', `no ${type} named ${fullName} found`);
}

function refused(fullName: string, statusCode: string, message: string): ChangeResult {
  return { fullName, success: false, created: false, error: { statusCode, message } };
}
