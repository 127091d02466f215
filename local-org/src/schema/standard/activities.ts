/** Tasks, events, emails, notes, files and Chatter. */
export const activityTables = `
object Task 00T "Task" "Tasks" owner:Group,User
  WhoId ref(Contact,Lead) rel:Who children:Tasks "Name ID"
  WhatId ref(*activity) rel:What children:Tasks "Related To ID"
  WhoCount int(9) readonly "Relation Count"
  WhatCount int(9) readonly "Related To Count"
  Subject combobox(255) = Call|Send Letter|Send Quote|Other
  ActivityDate date "Due Date Only"
  Status picklist(255) required values:TaskStatus
  Priority picklist(255) required values:TaskPriority
  IsHighPriority boolean readonly "High Priority"
  Description textarea(32000)
  AccountId ref(Account) readonly "Account ID"
  IsClosed boolean readonly "Closed"
  IsArchived boolean readonly "Archived"
  CallDurationInSeconds int(8) "Call Duration"
  CallType picklist(40) = Internal|Inbound|Outbound
  CallDisposition string(255) "Call Result"
  CallObject string(255) "Call Object Identifier"
  ReminderDateTime datetime "Reminder Date/Time"
  IsReminderSet boolean "Reminder Set"
  RecurrenceActivityId ref(Task) readonly "Recurrence Activity ID"
  IsRecurrence boolean createonly "Create Recurring Series of Tasks"
  RecurrenceStartDateOnly date "Recurrence Start"
  RecurrenceEndDateOnly date "Recurrence End"
  RecurrenceTimeZoneSidKey picklist(40) values:TimeZone "Recurrence Time Zone"
  RecurrenceType picklist(40) = RecursDaily|RecursEveryWeekday|RecursMonthly|RecursMonthlyNth|RecursWeekly|RecursYearly|RecursYearlyNth
  RecurrenceInterval int(9)
  RecurrenceDayOfWeekMask int(9)
  RecurrenceDayOfMonth int(9)
  RecurrenceInstance picklist(40) = First|Second|Third|Fourth|Last
  RecurrenceMonthOfYear picklist(40) = January|February|March|April|May|June|July|August|September|October|November|December
  RecurrenceRegeneratedType picklist(40) = RecurrenceRegenerateAfterDueDate|RecurrenceRegenerateAfterToday|RecurrenceRegenerated
  TaskSubtype picklist(40) createonly default:Task = Task|Email|ListEmail:List Email|Cadence|Call
  CompletedDateTime datetime readonly "Completed Date"

object TaskStatus 01K "Task Status Value" "Task Status Value" nocreate noupdate nodelete notrigger norecycle
  MasterLabel string(255) readonly
  ApiName string(255) readonly name "API Name"
  SortOrder int(9) readonly
  IsDefault boolean readonly
  IsClosed boolean readonly

object TaskPriority 01N "Task Priority Value" "Task Priority Value" nocreate noupdate nodelete notrigger norecycle
  MasterLabel string(255) readonly
  ApiName string(255) readonly name "API Name"
  SortOrder int(9) readonly
  IsDefault boolean readonly
  IsHighPriority boolean readonly

object Event 00U "Event" "Events" owner
  WhoId ref(Contact,Lead) rel:Who children:Events "Name ID"
  WhatId ref(*activity) rel:What children:Events "Related To ID"
  WhoCount int(9) readonly "Relation Count"
  WhatCount int(9) readonly "Related To Count"
  Subject combobox(255) = Call|Email|Meeting|Send Letter/Quote|Other
  Location string(255)
  IsAllDayEvent boolean "All-Day Event"
  ActivityDateTime datetime "Due Date Time"
  ActivityDate date "Due Date Only"
  DurationInMinutes int(8) "Duration"
  StartDateTime datetime "Start Date Time"
  EndDateTime datetime "End Date Time"
  EndDate date readonly "End Date"
  Description textarea(32000)
  AccountId ref(Account) readonly "Account ID"
  IsPrivate boolean "Private"
  ShowAs picklist(40) default:Busy "Show Time As" = Busy*|OutOfOffice:Out of Office|Free
  IsChild boolean readonly
  IsGroupEvent boolean readonly
  GroupEventType picklist(40) readonly = 0:Non Group Event|1:Group Event|2:Proposed Event|3:Outlook/Exchange Event
  IsArchived boolean readonly "Archived"
  RecurrenceActivityId ref(Event) readonly "Recurrence Activity ID"
  IsRecurrence boolean createonly "Create Recurring Series of Events"
  RecurrenceStartDateTime datetime "Recurrence Start"
  RecurrenceEndDateOnly date "Recurrence End"
  RecurrenceTimeZoneSidKey picklist(40) values:TimeZone "Recurrence Time Zone"
  RecurrenceType picklist(40) = RecursDaily|RecursEveryWeekday|RecursMonthly|RecursMonthlyNth|RecursWeekly|RecursYearly|RecursYearlyNth
  RecurrenceInterval int(9)
  RecurrenceDayOfWeekMask int(9)
  RecurrenceDayOfMonth int(9)
  RecurrenceInstance picklist(40) = First|Second|Third|Fourth|Last
  RecurrenceMonthOfYear picklist(40) = January|February|March|April|May|June|July|August|September|October|November|December
  ReminderDateTime datetime "Reminder Date/Time"
  IsReminderSet boolean "Reminder Set"
  EventSubtype picklist(40) createonly default:Event = Event*
  IsRecurrence2Exclusion boolean readonly "Historical Event, Not Following Recurrence"
  Recurrence2PatternText textarea(512) "Recurrence Pattern"
  IsRecurrence2 boolean readonly "Repeat"
  IsRecurrence2Exception boolean readonly "Is Exception"

object EventRelation 0RE "Event Relation" "Event Relation"
  RelationId ref(Contact,Lead,User) required createonly "Relation ID"
  EventId ref(Event) required createonly child:EventRelations cascade "Event ID"
  Status picklist(40) = New*|Declined|Accepted|Uninvited|Maybe
  RespondedDate datetime
  Response string(255) "Comment"

object EmailMessage 02s "Email Message" "Email Messages"
  ParentId ref(Case) createonly child:EmailMessages cascade "Case ID"
  ActivityId ref(Task) createonly "Activity ID"
  TextBody textarea(32000)
  HtmlBody textarea(131072) html "HTML Body"
  Headers textarea(32000) nofilter
  Subject string(3000) name
  FromName string(1000)
  FromAddress email(1000)
  ValidatedFromAddress picklist(1333) "From"
  ToAddress string(4000)
  CcAddress string(4000) "CC Address"
  BccAddress string(4000) "BCC Address"
  Incoming boolean createonly "Is Incoming"
  HasAttachment boolean readonly
  Status picklist(40) required default:0 = 0:New|1:Read|2:Replied|3:Sent|4:Forwarded|5:Draft
  MessageDate datetime
  ReplyToEmailMessageId ref(EmailMessage) createonly "Email Message ID"
  IsExternallyVisible boolean "Is Externally Visible"
  MessageIdentifier string(765) "Message ID"
  ThreadIdentifier string(765) "Thread ID"
  IsClientManaged boolean createonly "Is Client Managed"
  RelatedToId ref(*activity) rel:RelatedTo children:Emails "Related To ID"
  IsTracked boolean readonly
  IsOpened boolean readonly
  FirstOpenedDate datetime readonly "First Opened"
  LastOpenedDate datetime readonly "Last Opened"
  IsBounced boolean readonly
  EmailTemplateId ref(EmailTemplate) "Email Template ID"

object EmailMessageRelation 0EM "Email Message Relation" "Email Message Relations" created
  EmailMessageId ref(EmailMessage) required createonly child:EmailMessageRelations cascade "Email Message ID"
  RelationId ref(Contact,Lead,User) createonly rel:Relation "Relation ID"
  RelationType picklist(40) required createonly = ToAddress:To Address|CcAddress:Cc Address|BccAddress:Bcc Address|FromAddress:From Address|OtherAddress:Other Address
  RelationAddress string(255) createonly
  RelationObjectType picklist(40) readonly = Contact|Lead|User

object EmailTemplate 00X "Email Template" "Email Templates" owner norecycle notrigger
  Name string(80) required name "Email Template Name"
  DeveloperName string(80) required "Template Unique Name"
  NamespacePrefix string(15) readonly
  FolderId ref(Folder,Organization,User) required rel:Folder "Folder ID"
  FolderName string(255) readonly
  TemplateStyle picklist(40) default:none = none*|freeForm|formalLetter|promotionRight|promotionLeft|newsletter|products
  IsActive boolean "Available For Use"
  TemplateType picklist(40) required "Template Type" = text:Text|html:HTML|custom:Custom|visualforce:Visualforce
  Encoding picklist(40) default:UTF-8 = UTF-8*:Unicode (UTF-8)|ISO-8859-1:General US & Western Europe (ISO-8859-1, ISO-LATIN-1)
  Description textarea(4000)
  Subject string(255)
  HtmlValue textarea(384000) html "HTML Value"
  Body textarea(384000) "Email Body"
  TimesUsed int(9) readonly
  LastUsedDate datetime readonly
  ApiVersion double(18,1) "API Version"
  Markup textarea(384000)
  UiType picklist(40) createonly default:Aloha = SFX:Lightning Experience|Aloha*:Salesforce Classic|SFX_Sample:Lightning Experience Sample
  RelatedEntityType picklist(80)

object OrgWideEmailAddress 0D2 "Organization-wide From Email Address" "Organization-wide From Email Addresses" notrigger norecycle
  Address email(320) required createonly
  DisplayName string(200) required name
  IsAllowAllProfiles boolean "Allow All Profiles"
  Purpose picklist(40) default:UserSelection = UserSelection*:User Selection|DefaultNoreply:Default No-Reply Address|UserSelectionAndDefaultNoreply:User Selection and Default No-Reply Address

object Folder 00l "Folder" "Folders" notrigger norecycle
  ParentId ref(Folder) "Folder ID"
  Name string(40) required name
  DeveloperName string(80) required "Folder Unique Name"
  AccessType picklist(40) required = Shared|Public|Hidden|PublicInternal|Manual|ShowToAll
  IsReadonly boolean "Read Only"
  Type picklist(40) required createonly = Email|Report|Dashboard|Document|EmailTemplate|QuickText
  NamespacePrefix string(15) readonly

object Note 002 "Note" "Notes" owner
  ParentId ref(*record) required createonly rel:Parent children:Notes cascade "Parent ID"
  Title string(80) required name
  IsPrivate boolean "Private"
  Body textarea(32000)

object Attachment 00P "Attachment" "Attachments" owner
  ParentId ref(*record,Task,Event,EmailMessage) required createonly rel:Parent children:Attachments cascade "Parent ID"
  Name string(255) required name "File Name"
  IsPrivate boolean "Private"
  ContentType string(120)
  BodyLength int(9) readonly
  Body base64 required
  Description string(500)

object Document 015 "Document" "Documents" viewed
  FolderId ref(Folder,User) required rel:Folder "Folder ID"
  Name string(255) required name "Document Name"
  DeveloperName string(80) required "Document Unique Name"
  NamespacePrefix string(15) readonly
  ContentType string(120) "MIME Type"
  Type string(40) "File Extension"
  IsPublic boolean "Externally Available"
  BodyLength int(9) readonly
  Body base64
  Url url(1000)
  Description textarea(255)
  Keywords string(255)
  IsInternalUseOnly boolean "Internal Use Only"
  AuthorId ref(User) required "Author ID"
  IsBodySearchable boolean readonly "Document Content Searchable"

object ContentDocument 069 "Content Document" "Content Documents" owner viewed nocreate
  IsArchived boolean "Is Archived"
  ArchivedById ref(User) readonly "User ID"
  ArchivedDate date readonly
  Title string(255) required name
  PublishStatus picklist(40) readonly = P:Public|R:Personal Library|U:Upload Interrupted
  LatestPublishedVersionId ref(ContentVersion) readonly "Latest Published Version ID"
  ParentId ref(ContentWorkspace) "Library ID"
  Description textarea(1000)
  ContentSize int(9) readonly "Size"
  FileType string(20) readonly
  FileExtension string(40) readonly
  SharingOption picklist(40) = A*:Freeze Sharing Off|R:Freeze Sharing On
  SharingPrivacy picklist(40) = N*:Visible to Anyone With Record Access|P:Private on Records
  ContentModifiedDate datetime readonly

object ContentVersion 068 "Content Version" "Content Versions" owner nodelete
  ContentDocumentId ref(ContentDocument) createonly child:ContentVersions cascade "ContentDocument ID"
  IsLatest boolean readonly "Is Latest"
  ContentUrl url(1300) "Content URL"
  ContentBodyId string(18) createonly "Content Body ID"
  VersionNumber string(20) readonly
  Title string(255) name
  Description textarea(1000)
  ReasonForChange string(1000) createonly
  SharingOption picklist(40) = A*:Freeze Sharing Off|R:Freeze Sharing On
  SharingPrivacy picklist(40) = N*:Visible to Anyone With Record Access|P:Private on Records
  PathOnClient string(500) createonly "Path On Client"
  RatingCount int(9) readonly
  ContentModifiedDate datetime readonly
  ContentModifiedById ref(User) readonly rel:ContentModifiedBy "User ID"
  PositiveRatingCount int(9) readonly
  NegativeRatingCount int(9) readonly
  TagCsv textarea(2000) "Tags"
  FileType string(20) readonly
  PublishStatus picklist(40) readonly = P:Public|R:Personal Library|U:Upload Interrupted
  VersionData base64 required
  ContentSize int(9) readonly "Size"
  FileExtension string(40) readonly
  FirstPublishLocationId ref(*record,User,ContentWorkspace) createonly rel:FirstPublishLocation "First Publish Location ID"
  Origin picklist(40) createonly "Content Origin" = C*:Content|H:Chatter
  Checksum string(50) readonly
  IsMajorVersion boolean createonly "Major Version"
  ContentLocation picklist(40) createonly default:S = S*:Salesforce|E:External|L:Social Customer Service
  TextPreview string(255) readonly

object ContentDocumentLink 06A "Content Document Link" "Content Document Link" noaudit
  LinkedEntityId ref(*record,User,Group,ContentWorkspace,CollaborationGroup,EmailMessage,Organization) required createonly rel:LinkedEntity children:ContentDocumentLinks cascade "Linked Entity ID"
  ContentDocumentId ref(ContentDocument) required createonly child:ContentDocumentLinks cascade "ContentDocument ID"
  SystemModstamp datetime readonly
  ShareType picklist(40) = V:Viewer|C:Collaborator|I:Inferred
  Visibility picklist(40) = AllUsers|InternalUsers|SharedUsers

object ContentDistribution 05D "Content Delivery" "Content Deliveries" owner
  ContentVersionId ref(ContentVersion) required createonly cascade "ContentVersion ID"
  ContentDocumentId ref(ContentDocument) readonly child:ContentDistributions cascade "ContentDocument ID"
  RelatedRecordId ref(*record) rel:RelatedRecord "Related Record ID"
  Name string(100) required name "Content Delivery Name"
  PreferencesAllowPDFDownload boolean "AllowPDFDownload"
  PreferencesAllowOriginalDownload boolean "AllowOriginalDownload"
  PreferencesPasswordRequired boolean "PasswordRequired"
  PreferencesNotifyOnVisit boolean "NotifyOnVisit"
  PreferencesLinkLatestVersion boolean "LinkLatestVersion"
  PreferencesAllowViewInBrowser boolean "AllowViewInBrowser"
  PreferencesExpires boolean "Expires"
  PreferencesNotifyRndtnComplete boolean "NotifyRndtnComplete"
  ExpiryDate datetime
  Password string(127) readonly
  ViewCount int(9) readonly
  FirstViewDate datetime readonly
  LastViewDate datetime readonly
  DistributionPublicUrl url(500) readonly
  ContentDownloadUrl url(1000) readonly
  PdfDownloadUrl url(1000) readonly

object ContentWorkspace 058 "Library" "Libraries" notrigger norecycle
  Name string(255) required name
  Description textarea(1000)
  DeveloperName string(80) "Unique Name"
  NamespacePrefix string(15) readonly

object FeedItem 0D5 "Feed Item" "Feed Items" created
  ParentId ref(*record,User,CollaborationGroup,Task,Event) required createonly rel:Parent cascade "Parent ID"
  Type picklist(40) createonly = TextPost|LinkPost|ContentPost|PollPost|QuestionPost|TrackedChange|UserStatus|CreateRecordEvent
  LastModifiedDate datetime readonly
  InsertedById ref(User) readonly rel:InsertedBy "InsertedBy ID"
  Title string(255) name
  Body textarea(10000) nofilter
  LinkUrl url(1000) createonly
  IsRichText boolean
  RelatedRecordId ref(ContentVersion) createonly "Related Record ID"
  LikeCount int(9) readonly
  CommentCount int(9) readonly
  LastEditById ref(User) readonly "Last Edit By ID"
  LastEditDate datetime readonly
  Revision int(9) readonly
  Status picklist(40) = Published*|PendingReview
  Visibility picklist(40) createonly = AllUsers*:All Users|InternalUsers:Internal Users

object FeedComment 0D7 "Feed Comment" "Feed Comments" created
  FeedItemId ref(FeedItem) required createonly child:FeedComments cascade "Feed Item ID"
  ParentId ref(*record,User,CollaborationGroup) readonly rel:Parent "Parent ID"
  CommentBody textarea(10000) required nofilter "Body"
  CommentType picklist(40) createonly = TextComment*|ContentComment
  InsertedById ref(User) readonly rel:InsertedBy "InsertedBy ID"
  IsRichText boolean
  Revision int(9) readonly
  LastEditById ref(User) readonly "Last Edit By ID"
  LastEditDate datetime readonly
  Status picklist(40) = Published*|PendingReview

object CollaborationGroup 0F9 "Group" "Groups" owner viewed norecycle
  Name string(40) required name
  MemberCount int(9) readonly "Members"
  CollaborationType picklist(40) required "Access Type" = Public|Private|Unlisted
  Description textarea(1000)
  InformationTitle string(160)
  InformationBody textarea(4000) nofilter
  IsArchived boolean "Archived"
  CanHaveGuests boolean createonly "Allow customers"
  LastFeedModifiedDate datetime readonly

object CollaborationGroupMember 0FB "Group Member" "Group Members" norecycle
  CollaborationGroupId ref(CollaborationGroup) required createonly child:GroupMembers cascade "CollaborationGroup ID"
  MemberId ref(User) required createonly child:GroupMemberships "Member ID"
  CollaborationRole picklist(40) = Standard*|Admin
  NotificationFrequency picklist(40) = P:Email on every post|D:Daily Digests|W:Weekly Digests|N*:Never
  LastFeedAccessDate datetime readonly

object EntitySubscription 0E8 "Entity Subscription" "Entity Subscription" noaudit notrigger
  ParentId ref(*record,User,CollaborationGroup) required createonly rel:Parent children:FeedSubscriptionsForEntity cascade "Parent ID"
  SubscriberId ref(User) required createonly child:FeedSubscriptions "Subscriber ID"
  CreatedDate datetime readonly
  CreatedById ref(User) readonly rel:CreatedBy "Created By ID"

object Topic 0TO "Topic" "Topics" created norecycle
  Name string(99) required name "Topic Name"
  Description textarea(500) nofilter
  TalkingAbout int(9) readonly

object TopicAssignment 0TP "Topic Assignment" "Topic Assignments" created
  TopicId ref(Topic) required createonly child:TopicAssignments cascade "Topic ID"
  EntityId ref(*record,FeedItem) required createonly rel:Entity children:TopicAssignments cascade "Record ID"
  EntityKeyPrefix string(3) readonly "Record Key Prefix"
  EntityType string(40) readonly "Object Type"
`;
