/** Key prefixes of standard objects without a table ("Standard Field Record ID Prefix Decoder", Salesforce Help). */
const KEY_PREFIXES =
  'AppMenuItem:0DS ApexEmailNotification:05a BrandTemplate:016 CommSubscription:0Xl CommSubscriptionChannelType:0eB ' +
  'CommSubscriptionConsent:0dY ContactPointConsent:0ZX ContactPointTypeConsent:0ZY ContactRequest:0YQ DataUsePurpose:0ZW ' +
  'DuplicateRecordItem:0GL DuplicateRecordSet:0GK EngagementChannelType:0eF FeedComment:0D7 FeedItem:0D5 ' +
  'Idea:087 LinkedArticle:0jL ListEmail:0XB LoginHistory:0Ya Macro:0JZ MessagingSession:0Mw Network:0DB NetworkMember:0DO ' +
  'PermissionSetLicense:0PL PermissionSetLicenseAssign:2LA PlatformCachePartition:0Er ProcessInstanceStep:04h QuickText:574 ' +
  'ServiceAppointment:08p ServiceResource:0Hn ServiceTerritory:0Hh Site:0DM StreamingChannel:0M6 TimeSheet:0As ' +
  'WorkOrder:0WO WorkOrderLineItem:1WL WorkType:08q SetupAuditTrail:0Ym Location:131 Address:130 Shipment:0OB';

const byObject = new Map(KEY_PREFIXES.split(' ').map((pair) => pair.split(':') as [string, string]));

/** Undefined where it is not known: the object then gets one that no other has. */
export function keyPrefixOf(object: string): string | undefined {
  return byObject.get(object);
}
