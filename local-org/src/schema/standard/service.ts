/** Cases and business hours. */
export const serviceTables = `
object Case 500 "Case" "Cases" owner:Group,User viewed master
  CaseNumber string(30) readonly name auto:{00000000}
  ContactId ref(Contact) child:Cases "Contact ID"
  AccountId ref(Account) child:Cases "Account ID"
  AssetId ref(Asset) child:Cases "Asset ID"
  SourceId ref(EmailMessage) "Source ID"
  BusinessHoursId ref(BusinessHours) "Business Hours ID"
  ParentId ref(Case) child:Cases "Parent Case ID"
  SuppliedName string(80) "Name"
  SuppliedEmail email(80) "Email Address"
  SuppliedPhone string(40) "Phone"
  SuppliedCompany string(80) "Company"
  Type picklist(255) values:CaseType "Case Type"
  Status picklist(255) values:CaseStatus
  Reason picklist(255) values:CaseReason "Case Reason"
  Origin picklist(255) values:CaseOrigin "Case Origin"
  Subject string(255)
  Priority picklist(255) values:CasePriority
  Description textarea(32000)
  IsClosed boolean readonly "Closed"
  ClosedDate datetime
  IsEscalated boolean "Escalated"
  ContactPhone phone(40) readonly
  ContactMobile phone(40) readonly
  ContactEmail email(80) readonly
  ContactFax phone(40) readonly
  Comments textarea(4000) nofilter "Internal Comments"

object CaseComment 00a "Case Comment" "Case Comment"
  ParentId ref(Case) required createonly child:CaseComments cascade "Parent Case ID"
  IsPublished boolean "Published"
  CommentBody textarea(4000) "Body"

object CaseStatus 3CS "Case Status Value" "Case Status Value" nocreate noupdate nodelete notrigger norecycle
  MasterLabel string(255) readonly
  ApiName string(255) readonly name "API Name"
  SortOrder int(9) readonly
  IsDefault boolean readonly
  IsClosed boolean readonly

object BusinessHours 01m "Business Hours" "Business Hours" nodelete notrigger norecycle
  Name string(80) required name "Business Hours Name"
  IsActive boolean "Active"
  IsDefault boolean "Default Business Hours"
  SundayStartTime time
  SundayEndTime time
  MondayStartTime time
  MondayEndTime time
  TuesdayStartTime time
  TuesdayEndTime time
  WednesdayStartTime time
  WednesdayEndTime time
  ThursdayStartTime time
  ThursdayEndTime time
  FridayStartTime time
  FridayEndTime time
  SaturdayStartTime time
  SaturdayEndTime time
  TimeZoneSidKey picklist(40) values:TimeZone "Time Zone"
  LastViewedDate datetime readonly

object Holiday 0C0 "Holiday" "Holidays" notrigger norecycle
  Name string(80) required name "Holiday Name"
  Description string(255)
  IsAllDay boolean "All Day"
  ActivityDate date "Holiday Date"
  StartTimeInMinutes int(9)
  EndTimeInMinutes int(9)
  IsRecurrence boolean "Recurring Holiday"
  RecurrenceStartDate date
  RecurrenceEndDateOnly date "Recurrence End"
  RecurrenceType picklist(40) = RecursDaily|RecursEveryWeekday|RecursMonthly|RecursMonthlyNth|RecursWeekly|RecursYearly|RecursYearlyNth
  RecurrenceInterval int(9)
  RecurrenceDayOfWeekMask int(9)
  RecurrenceDayOfMonth int(9)
  RecurrenceInstance picklist(40) = First|Second|Third|Fourth|Last
  RecurrenceMonthOfYear picklist(40) = January|February|March|April|May|June|July|August|September|October|November|December
`;
