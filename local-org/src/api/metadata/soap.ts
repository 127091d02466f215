/** The calls of the Metadata API by SOAP ("Metadata API Calls", Metadata API Developer Guide). */
import type { UserContext } from '../../database/services.ts';
import { pathOf } from '../../metadata-api/component-path.ts';
import { readManifest } from '../../metadata-api/manifest.ts';
import { holderOf, metadataTypes } from '../../metadata/metadata-types.ts';
import { localName, SourceError, type XmlElement } from '../../metadata/xml.ts';
import { NotSupported, OrgError } from '../../schema/errors.ts';
import type { ServerState } from '../call.ts';
import type { Answer, ApiRequest } from '../http/answer.ts';
import { child, readEnvelope, soapAnswer, SoapFault, textOf, toXml, type XmlValue } from '../soap/envelope.ts';
import { sessionUser } from '../soap/partner.ts';
import { requireMetadataAccess } from './access.ts';
import { changeMetadata, deleteMetadata, readMetadata } from './components.ts';
import { deployOptions } from './deploy-options.ts';
import { deployResult, fileProperties, retrieveResult } from './results.ts';
import { withoutPrefixes } from './without-prefixes.ts';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
/** "deploy()": the limit of SOAP messages. */
const LARGEST_MESSAGE = 50 * 1024 * 1024;

export interface MetadataCall {
  readonly state: ServerState;
  readonly user: UserContext;
  readonly body: XmlElement;
  readonly version: string;
}

const answered: Readonly<Record<string, (call: MetadataCall) => XmlValue>> = {
  cancelDeploy,
  checkDeployStatus: ({ state, body }) =>
    deployResult(state.deploys.deployed(required(body, 'asyncProcessId')), textOf(body, 'includeDetails') === 'true'),
  checkRetrieveStatus: ({ state, body }) =>
    retrieveResult(state.deploys.retrieved(required(body, 'asyncProcessId')), textOf(body, 'includeZip') !== 'false'),
  deploy,
  describeMetadata,
  listMetadata,
  retrieve,
};

/** The elements `<result>` of each call. */
const calls: Readonly<Record<string, (call: MetadataCall) => string>> = {
  createMetadata: changeMetadata('create'),
  deleteMetadata,
  readMetadata,
  updateMetadata: changeMetadata('update'),
  upsertMetadata: changeMetadata('upsert'),
  ...Object.fromEntries(
    Object.entries(answered).map(([name, answer]) => [name, (call: MetadataCall) => toXml('result', answer(call))]),
  ),
};

/** `/services/Soap/m/66.0` */
export function metadataApi(state: ServerState, request: ApiRequest, version: string): Answer {
  if (request.body.length > LARGEST_MESSAGE) {
    const message = `Maximum size of request reached. Maximum size of request is ${LARGEST_MESSAGE} bytes.`;
    throw new SoapFault('LIMIT_EXCEEDED', message);
  }
  const message = readEnvelope(new TextDecoder().decode(request.body));
  const user = sessionUser(state, message);
  const { operation, body } = message;
  const call = Object.hasOwn(calls, operation) ? calls[operation] : undefined;
  try {
    requireMetadataAccess(state.org, user);
    if (call === undefined) throw new NotSupported(`the call ${operation} of the Metadata API`, request.path);
    if (message.allOrNone) throw new NotSupported('the header AllOrNoneHeader of the Metadata API', request.path);
    const results = call({ state, user, body, version });
    return soapAnswer(NAMESPACE, `<${operation}Response>${results}</${operation}Response>`);
  } catch (error) {
    if (error instanceof NotSupported) throw new SoapFault('NOT_SUPPORTED', error.message);
    if (error instanceof OrgError) throw new SoapFault(error.code, error.message);
    if (error instanceof SourceError) throw new SoapFault('UNKNOWN_EXCEPTION', error.message);
    throw error;
  }
}

function deploy({ state, user, body }: MetadataCall): XmlValue {
  const options = child(body, 'DeployOptions');
  const given = Map.groupBy(options?.children ?? [], ({ name }) => localName(name));
  const values = [...given].map(([name, elements]) => {
    const texts = elements.map(({ text }) => text);
    return [name, name === 'runTests' ? texts : texts[0]] as const;
  });
  const zip = Buffer.from(required(body, 'ZipFile'), 'base64');
  const { id } = state.deploys.deploy(user, zip, deployOptions(Object.fromEntries(values)));
  return { done: false, id, state: 'Queued' };
}

/** Every deploy has ended when its answer is sent. */
function cancelDeploy({ state, body }: MetadataCall): XmlValue {
  state.deploys.deployed(textOf(body, 'String') ?? required(body, 'id'));
  throw new OrgError('INVALID_ID_FIELD', 'Deployment already completed');
}

function retrieve({ state, user, body, version }: MetadataCall): XmlValue {
  const request = child(body, 'retrieveRequest') ?? child(body, 'request');
  const unpackaged = request === undefined ? undefined : child(request, 'unpackaged');
  if (request === undefined || unpackaged === undefined) {
    throw new NotSupported('a retrieve of packages or files by name', 'RetrieveRequest');
  }
  const { id } = state.deploys.retrieve(user, {
    manifest: readManifest(withoutPrefixes(unpackaged), 'package.xml'),
    singlePackage: textOf(request, 'singlePackage') === 'true',
    apiVersion: textOf(request, 'apiVersion') ?? version,
  });
  return { done: false, id, state: 'Queued' };
}

function describeMetadata({ state }: MetadataCall): XmlValue {
  return {
    metadataObjects: metadataTypes.map(({ name, directory, suffix, kind, folderType, children }) => ({
      childXmlNames: children,
      directoryName: directory,
      inFolder: folderType !== undefined,
      metaFile: kind === 'code',
      suffix,
      xmlName: name,
    })),
    organizationNamespace: state.org.metadata.namespace ?? '',
    partialSaveAllowed: true,
    testRequired: false,
  };
}

/** At most three types at a time ("listMetadata()"). */
function listMetadata({ state, user, body }: MetadataCall): XmlValue {
  const queries = body.children.filter(({ name }) => localName(name) === 'queries');
  if (queries.length > 3) throw new OrgError('EXCEEDED_ID_LIMIT', 'listMetadata takes at most three queries');
  const date = new Date(state.org.clock.now()).toISOString();
  return queries.flatMap((query) => {
    const type = required(query, 'type');
    const folder = textOf(query, 'folder');
    if (holderOf(type) === undefined) throw new OrgError('INVALID_TYPE', `Unknown type:${type}`);
    return [...state.org.components().values()]
      .filter((component) => component.type === type)
      .filter(({ fullName }) => folder === undefined || fullName.startsWith(`${folder}/`))
      .map((component) => fileProperties({ ...component, fileName: pathOf(component) }, user, date));
  });
}

function required(element: XmlElement, name: string): string {
  const text = textOf(element, name);
  if (text === undefined) throw new OrgError('MISSING_ARGUMENT', `${name} is required`);
  return text;
}
