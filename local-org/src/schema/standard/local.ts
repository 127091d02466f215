/**
 * Objects of the local org's own, which no Salesforce org has: emails that were sent, which never leave the machine and are
 * kept here instead, to be looked at and queried; and whom folders of reports and dashboards are shared with. Only
 * administrators see them.
 */
export const localTables = `
object LocalSentEmail zSE "Sent Email" "Sent Emails" notrigger norecycle
  Subject string(3000) name
  MessageDate datetime readonly "Sent"
  Status picklist(40) required default:Sent = Sent*|Bounced
  BounceReason string(255)
  FromName string(1000) readonly "From Name"
  FromAddress email(1000) readonly "From Address"
  ReplyTo string(1000) readonly
  ToAddress textarea(32000) readonly
  CcAddress textarea(32000) readonly "CC Address"
  BccAddress textarea(32000) readonly "BCC Address"
  TextBody textarea(131072) readonly
  HtmlBody textarea(131072) html readonly "HTML Body"
  Headers textarea(32000) readonly
  CountedRecipients int(9) readonly "Recipients Counted Against The Daily Limit"
  EmailTemplateId ref(EmailTemplate) readonly rel:EmailTemplate "Email Template ID"
  EmailMessageId ref(EmailMessage) readonly rel:EmailMessage "Email Message ID"
  TargetObjectId ref(Contact,Lead,User) readonly rel:TargetObject "Target Object ID"
  RelatedToId ref(*record) readonly rel:RelatedTo "Related To ID"

object LocalSentEmailFile zSF "Sent Email File" "Sent Email Files" notrigger norecycle
  SentEmailId ref(LocalSentEmail) required readonly rel:SentEmail child:Files cascade "Sent Email ID"
  Name string(255) required readonly name "File Name"
  ContentType string(120) readonly
  BodyLength int(9) readonly
  Body base64 readonly

object LocalFolderShare zFH "Folder Share" "Folder Shares" notrigger norecycle
  FolderId ref(Folder) required readonly rel:Folder "Folder ID"
  UserOrGroupId ref(User,Group) required readonly rel:UserOrGroup "User or Group ID"
  AccessLevel string(40) required readonly name
`;
