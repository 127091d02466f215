/** All classes of the System namespace. */
import type { LibraryClass } from '../define.ts';
import { accessLevelClass, accessType } from './access-level.ts';
import { addressClass } from './address.ts';
import { approvalClass } from './approval.ts';
import { assertClass } from './assert.ts';
import {
  queueableInterface,
  schedulableInterface,
  finalizerInterface,
  queueableContextClass,
  schedulableContextClass,
  parentJobResult,
  finalizerContextClass,
} from './async-interfaces.ts';
import { asyncInfoClass, duplicateSignatureClass, signatureBuilderClass, asyncOptionsClass } from './async-options.ts';
import { apexPagesClass } from './apex-pages.ts';
import { blobClass } from './blob.ts';
import { booleanClass } from './boolean.ts';
import { businessHoursClass } from './business-hours.ts';
import { collatorClass } from './collator.ts';
import { comparableInterface, comparatorInterface } from './comparable.ts';
import { cryptoClass } from './crypto.ts';
import { customMetadataClass } from './custom-metadata.ts';
import { customSettingClass } from './custom-setting.ts';
import { databaseClass } from './database.ts';
import { dateClass } from './date.ts';
import { datetimeClass } from './datetime.ts';
import { decimalClass } from './decimal.ts';
import { doubleClass } from './double.ts';
import { encodingUtilClass } from './encoding-util.ts';
import { eventBusClass } from './event-bus.ts';
import { exceptionClass } from './exception.ts';
import { systemExceptions } from './exceptions.ts';
import { featureManagementClass } from './feature-management.ts';
import { formulaClass, formulaRecalcResultClass, formulaRecalcFieldErrorClass } from './formula.ts';
import { httpRequestClass } from './http-request.ts';
import { httpResponseClass } from './http-response.ts';
import { httpClass } from './http.ts';
import { webServiceCalloutClass } from './web-service-callout.ts';
import { idClass } from './id.ts';
import {
  installContextClass,
  installHandlerInterface,
  uninstallContextClass,
  uninstallHandlerInterface,
} from './install.ts';
import { integerClass } from './integer.ts';
import { iteratorInterface, iterableInterface } from './iterator.ts';
import { jsonGeneratorClass } from './json-generator.ts';
import { jsonParserClass } from './json-parser.ts';
import { jsonToken } from './json-token.ts';
import { jsonClass } from './json.ts';
import { limitsClass } from './limits.ts';
import { networkClass } from './network.ts';
import { cookieClass } from './cookie.ts';
import { orgLimitClass, orgLimitsClass } from './org-limits.ts';
import { listClass } from './list.ts';
import { locationClass } from './location.ts';
import { loggingLevel } from './logging-level.ts';
import { longClass } from './long.ts';
import { mapClass } from './map.ts';
import { matcherClass } from './matcher.ts';
import { mathClass } from './math.ts';
import { messagingClass } from './messaging.ts';
import { pageReferenceClass } from './page-reference.ts';
import { objectClass } from './object.ts';
import { patternClass } from './pattern.ts';
import {
  callableInterface,
  httpCalloutMockInterface,
  stubProviderInterface,
  webServiceMockInterface,
} from './project-interfaces.ts';
import { quiddity, requestClass } from './quiddity.ts';
import { staticResourceMockClass, multiStaticResourceMockClass } from './resource-mocks.ts';
import { restContextClass, restRequestClass, restResponseClass } from './rest-context.ts';
import { roundingMode } from './rounding-mode.ts';
import { savepointClass } from './savepoint.ts';
import { schemaClass } from './schema.ts';
import { searchClass, searchResultClasses } from './search.ts';
import { accessDecisionClass, securityClass } from './security.ts';
import { selectOptionClass } from './select-option.ts';
import { setClass } from './set.ts';
import { sobjectClass } from './sobject.ts';
import { statusCode } from './status-code.ts';
import { stringClass } from './string.ts';
import { systemClass } from './system.ts';
import { testClass } from './test.ts';
import { timeZoneClass } from './time-zone.ts';
import { timeClass } from './time.ts';
import { triggerOperationEnum } from './trigger-operation.ts';
import { typeClass } from './type.ts';
import { urlClass } from './url.ts';
import { userInfoClass } from './user-info.ts';
import { uuidClass } from './uuid.ts';
import { xmlStreamReaderClass, xmlTag } from './xml-stream-reader.ts';
import { xmlStreamWriterClass } from './xml-stream-writer.ts';
import { versionClass } from './version.ts';

export const systemNamespace: readonly LibraryClass[] = [
  accessLevelClass,
  accessType,
  addressClass,
  approvalClass,
  assertClass,
  queueableInterface,
  schedulableInterface,
  finalizerInterface,
  queueableContextClass,
  schedulableContextClass,
  parentJobResult,
  finalizerContextClass,
  duplicateSignatureClass,
  signatureBuilderClass,
  asyncInfoClass,
  asyncOptionsClass,
  apexPagesClass,
  blobClass,
  booleanClass,
  businessHoursClass,
  collatorClass,
  comparableInterface,
  comparatorInterface,
  cryptoClass,
  customMetadataClass,
  customSettingClass,
  databaseClass,
  dateClass,
  datetimeClass,
  decimalClass,
  doubleClass,
  encodingUtilClass,
  eventBusClass,
  exceptionClass,
  ...systemExceptions,
  featureManagementClass,
  formulaClass,
  formulaRecalcResultClass,
  formulaRecalcFieldErrorClass,
  httpRequestClass,
  httpResponseClass,
  httpClass,
  webServiceCalloutClass,
  idClass,
  installContextClass,
  installHandlerInterface,
  uninstallContextClass,
  uninstallHandlerInterface,
  integerClass,
  iteratorInterface,
  iterableInterface,
  jsonGeneratorClass,
  jsonParserClass,
  jsonToken,
  jsonClass,
  limitsClass,
  cookieClass,
  networkClass,
  orgLimitClass,
  orgLimitsClass,
  listClass,
  locationClass,
  loggingLevel,
  longClass,
  mapClass,
  matcherClass,
  mathClass,
  messagingClass,
  pageReferenceClass,
  objectClass,
  patternClass,
  callableInterface,
  stubProviderInterface,
  httpCalloutMockInterface,
  webServiceMockInterface,
  quiddity,
  requestClass,
  staticResourceMockClass,
  multiStaticResourceMockClass,
  restContextClass,
  restRequestClass,
  restResponseClass,
  roundingMode,
  savepointClass,
  schemaClass,
  searchClass,
  ...searchResultClasses,
  accessDecisionClass,
  securityClass,
  selectOptionClass,
  setClass,
  sobjectClass,
  statusCode,
  stringClass,
  systemClass,
  testClass,
  timeZoneClass,
  timeClass,
  triggerOperationEnum,
  typeClass,
  urlClass,
  userInfoClass,
  uuidClass,
  xmlStreamReaderClass,
  xmlStreamWriterClass,
  xmlTag,
  versionClass,
];
