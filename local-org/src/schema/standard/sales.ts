/** Accounts, contacts, opportunities and leads. */
export const salesTables = `
object Account 001 "Account" "Accounts" owner viewed activity master
  Name string(255) required name "Account Name"
  Type picklist(255) values:AccountType "Account Type"
  ParentId ref(Account) child:ChildAccounts "Parent Account ID"
  address Billing
  address Shipping
  Phone phone(40) "Account Phone"
  Fax phone(40) "Account Fax"
  AccountNumber string(40)
  Website url(255)
  PhotoUrl url(255) readonly "Photo URL"
  Sic string(20) "SIC Code"
  Industry picklist(255) values:Industry
  AnnualRevenue currency(18,2)
  NumberOfEmployees int(8) "Employees"
  Ownership picklist(255) values:AccountOwnership
  TickerSymbol string(20)
  Description textarea(32000) "Account Description"
  Rating picklist(255) values:AccountRating "Account Rating"
  Site string(80) "Account Site"
  Jigsaw string(20) "Data.com Key"
  JigsawCompanyId string(20) readonly "Jigsaw Company ID"
  CleanStatus picklist(40) = Matched:In Sync|Different|Acknowledged:Reviewed|NotFound:Not Found|Inactive|Pending:Not Compared|SelectMatch:Select Match|Skipped
  AccountSource picklist(255) values:LeadSource
  DunsNumber string(9) "D-U-N-S Number"
  Tradestyle string(255)
  NaicsCode string(8) "NAICS Code"
  NaicsDesc string(120) "NAICS Description"
  YearStarted string(4)
  SicDesc string(80) "SIC Description"

object Contact 003 "Contact" "Contacts" owner viewed activity master
  AccountId ref(Account) child:Contacts cascade "Account ID"
  LastName string(80) required
  FirstName string(40)
  Salutation picklist(40) values:Salutation
  Name string(121) readonly name "Full Name"
  address Other
  address Mailing
  Phone phone(40) "Business Phone"
  Fax phone(40) "Business Fax"
  MobilePhone phone(40)
  HomePhone phone(40)
  OtherPhone phone(40)
  AssistantPhone phone(40) "Asst. Phone"
  ReportsToId ref(Contact) "Reports To ID"
  Email email(80) idLookup
  Title string(128)
  Department string(80)
  AssistantName string(40) "Assistant's Name"
  LeadSource picklist(255) values:LeadSource
  Birthdate date
  Description textarea(32000) "Contact Description"
  HasOptedOutOfEmail boolean "Email Opt Out"
  HasOptedOutOfFax boolean "Fax Opt Out"
  DoNotCall boolean
  LastCURequestDate datetime readonly "Last Stay-in-Touch Request Date"
  LastCUUpdateDate datetime readonly "Last Stay-in-Touch Save Date"
  EmailBouncedReason string(255)
  EmailBouncedDate datetime
  IsEmailBounced boolean readonly
  PhotoUrl url(255) readonly "Photo URL"
  Jigsaw string(20) "Data.com Key"
  JigsawContactId string(20) readonly "Jigsaw Contact ID"
  CleanStatus picklist(40) = Matched:In Sync|Different|Acknowledged:Reviewed|NotFound:Not Found|Inactive|Pending:Not Compared|SelectMatch:Select Match|Skipped
  IndividualId ref(Individual) child:Contacts "Individual ID"

object Opportunity 006 "Opportunity" "Opportunities" owner viewed activity
  AccountId ref(Account) child:Opportunities cascade "Account ID"
  IsPrivate boolean "Private"
  Name string(120) required name "Opportunity Name"
  Description textarea(32000)
  StageName picklist(255) required values:OpportunityStage "Stage"
  Amount currency(18,2)
  Probability percent(3,0) "Probability (%)"
  ExpectedRevenue currency(18,2) readonly "Expected Amount"
  TotalOpportunityQuantity double(18,2) "Quantity"
  CloseDate date required
  Type picklist(255) values:OpportunityType "Opportunity Type"
  NextStep string(255)
  LeadSource picklist(255) values:LeadSource
  IsClosed boolean readonly "Closed"
  IsWon boolean readonly "Won"
  ForecastCategory picklist(40) readonly = Omitted|Pipeline|BestCase:Best Case|MostLikely:Most Likely|Forecast:Commit|Closed
  ForecastCategoryName picklist(40) values:ForecastCategoryName "Forecast Category"
  CampaignId ref(Campaign) child:Opportunities "Campaign ID"
  HasOpportunityLineItem boolean readonly "Has Line Item"
  Pricebook2Id ref(Pricebook2) child:Opportunities "Price Book ID"
  PushCount int(9) readonly
  LastStageChangeDate datetime readonly
  FiscalQuarter int(9) readonly
  FiscalYear int(9) readonly
  Fiscal string(6) readonly "Fiscal Period"
  ContactId ref(Contact) createonly "Contact ID"
  ContractId ref(Contract) child:Opportunities "Contract ID"
  HasOpenActivity boolean readonly
  HasOverdueTask boolean readonly
  LastAmountChangedHistoryId ref(OpportunityHistory) readonly "Opportunity History ID"
  LastCloseDateChangedHistoryId ref(OpportunityHistory) readonly "Opportunity History ID"

object OpportunityContactRole 00K "Opportunity Contact Role" "Opportunity Contact Role"
  OpportunityId ref(Opportunity) required createonly child:OpportunityContactRoles cascade "Opportunity ID"
  ContactId ref(Contact) required child:OpportunityContactRoles cascade "Contact ID"
  Role picklist(255) values:ContactRole
  IsPrimary boolean "Primary"

object OpportunityHistory 008 "Opportunity History" "Opportunity History" nocreate noupdate nodelete notrigger created
  OpportunityId ref(Opportunity) readonly child:OpportunityHistories cascade "Opportunity ID"
  StageName picklist(255) readonly values:OpportunityStage "Stage Name"
  Amount currency(18,2) readonly
  ExpectedRevenue currency(18,2) readonly
  CloseDate date readonly
  Probability percent(3,0) readonly
  ForecastCategory picklist(40) readonly = Omitted|Pipeline|BestCase:Best Case|MostLikely:Most Likely|Forecast:Commit|Closed
  PrevAmount currency(18,2) readonly
  PrevCloseDate date readonly

object OpportunityStage 01J "Opportunity Stage" "Opportunity Stage" nocreate noupdate nodelete notrigger norecycle
  MasterLabel string(255) readonly
  ApiName string(255) readonly name "API Name"
  IsActive boolean readonly
  SortOrder int(9) readonly
  IsClosed boolean readonly "Closed"
  IsWon boolean readonly "Won"
  ForecastCategory picklist(40) readonly = Omitted|Pipeline|BestCase:Best Case|MostLikely:Most Likely|Forecast:Commit|Closed
  ForecastCategoryName picklist(255) readonly values:ForecastCategoryName
  DefaultProbability percent(3,0) readonly "Probability (%)"
  Description string(255) readonly

object OpportunityTeamMember 00q "Opportunity Team Member" "Opportunity Team Member"
  OpportunityId ref(Opportunity) required createonly child:OpportunityTeamMembers cascade "Opportunity ID"
  UserId ref(User) required createonly "User ID"
  Name string(361) readonly name
  PhotoUrl url(255) readonly "Photo URL"
  Title string(80) readonly
  TeamMemberRole picklist(255) values:SalesTeamRole "Member Role"
  OpportunityAccessLevel picklist(40) = Read:Read Only|Edit:Read/Write|All:Owner

object AccountContactRole 02Z "Account Contact Role" "Account Contact Role"
  AccountId ref(Account) required createonly child:AccountContactRoles cascade "Account ID"
  ContactId ref(Contact) required child:AccountContactRoles cascade "Contact ID"
  Role picklist(255) values:ContactRole
  IsPrimary boolean "Primary"

object AccountContactRelation 07k "Account Contact Relationship" "Account Contact Relationships"
  AccountId ref(Account) required createonly child:AccountContactRelations cascade "Account ID"
  ContactId ref(Contact) required createonly child:AccountContactRelations cascade "Contact ID"
  Roles multipicklist(4099) values:ContactRole
  IsDirect boolean readonly "Direct"
  IsActive boolean default:true "Active"
  StartDate date
  EndDate date

object Lead 00Q "Lead" "Leads" owner:Group,User viewed activity master
  LastName string(80) required
  FirstName string(40)
  Salutation picklist(40) values:Salutation
  Name string(121) readonly name "Full Name"
  Title string(128)
  Company string(255) required
  address ""
  Phone phone(40)
  MobilePhone phone(40)
  Fax phone(40)
  Email email(80) idLookup
  Website url(255)
  PhotoUrl url(255) readonly "Photo URL"
  Description textarea(32000)
  LeadSource picklist(255) values:LeadSource
  Status picklist(255) required values:LeadStatus
  Industry picklist(255) values:Industry
  Rating picklist(255) values:AccountRating
  AnnualRevenue currency(18,2)
  NumberOfEmployees int(8) "Employees"
  HasOptedOutOfEmail boolean "Email Opt Out"
  HasOptedOutOfFax boolean "Fax Opt Out"
  DoNotCall boolean
  IsConverted boolean readonly "Converted"
  ConvertedDate date readonly
  ConvertedAccountId ref(Account) readonly "Converted Account ID"
  ConvertedContactId ref(Contact) readonly "Converted Contact ID"
  ConvertedOpportunityId ref(Opportunity) readonly "Converted Opportunity ID"
  IsUnreadByOwner boolean "Unread By Owner"
  LastTransferDate date readonly
  Jigsaw string(20) "Data.com Key"
  JigsawContactId string(20) readonly "Jigsaw Contact ID"
  CleanStatus picklist(40) = Matched:In Sync|Different|Acknowledged:Reviewed|NotFound:Not Found|Inactive|Pending:Not Compared|SelectMatch:Select Match|Skipped
  CompanyDunsNumber string(9) "Company D-U-N-S Number"
  EmailBouncedReason string(255)
  EmailBouncedDate datetime
  IndividualId ref(Individual) child:Leads "Individual ID"

object LeadStatus 01Q "Lead Status Value" "Lead Status Value" nocreate noupdate nodelete notrigger norecycle
  MasterLabel string(255) readonly
  ApiName string(255) readonly name "API Name"
  SortOrder int(9) readonly
  IsDefault boolean readonly
  IsConverted boolean readonly

object Campaign 701 "Campaign" "Campaigns" owner viewed activity
  Name string(80) required name
  ParentId ref(Campaign) child:ChildCampaigns "Parent Campaign ID"
  Type picklist(255) values:CampaignType
  Status picklist(255) values:CampaignStatus
  StartDate date
  EndDate date
  ExpectedRevenue currency(18,0) "Expected Revenue in Campaign"
  BudgetedCost currency(18,0) "Budgeted Cost in Campaign"
  ActualCost currency(18,0) "Actual Cost in Campaign"
  ExpectedResponse percent(10,2) "Expected Response (%)"
  NumberSent double(18,0) "Num Sent in Campaign"
  IsActive boolean "Active"
  Description textarea(32000)
  NumberOfLeads int(8) readonly "Leads in Campaign"
  NumberOfConvertedLeads int(8) readonly "Converted Leads in Campaign"
  NumberOfContacts int(8) readonly "Contacts in Campaign"
  NumberOfResponses int(8) readonly "Responses in Campaign"
  NumberOfOpportunities int(8) readonly "Opportunities in Campaign"
  NumberOfWonOpportunities int(8) readonly "Won Opportunities in Campaign"
  AmountAllOpportunities currency(18,0) readonly "Value Opportunities in Campaign"
  AmountWonOpportunities currency(18,0) readonly "Value Won Opportunities in Campaign"
  CampaignMemberRecordTypeId ref(RecordType) "Record Type ID"

object CampaignMember 00v "Campaign Member" "Campaign Members"
  CampaignId ref(Campaign) required createonly child:CampaignMembers cascade "Campaign ID"
  LeadId ref(Lead) createonly child:CampaignMembers cascade "Lead ID"
  ContactId ref(Contact) createonly child:CampaignMembers cascade "Contact ID"
  Status picklist(40) = Sent*|Responded
  HasResponded boolean readonly "Responded"
  FirstRespondedDate date readonly
  Salutation picklist(40) readonly values:Salutation
  Name string(255) readonly name
  FirstName string(40) readonly
  LastName string(80) readonly
  Title string(128) readonly
  Street textarea(255) readonly
  City string(40) readonly
  State string(80) readonly
  PostalCode string(20) readonly
  Country string(80) readonly
  Email email(80) readonly
  Phone phone(40) readonly
  Fax phone(40) readonly
  MobilePhone phone(40) readonly
  Description textarea(32000) readonly
  DoNotCall boolean readonly
  HasOptedOutOfEmail boolean readonly "Email Opt Out"
  HasOptedOutOfFax boolean readonly "Fax Opt Out"
  LeadSource picklist(255) readonly values:LeadSource
  CompanyOrAccount string(255) readonly "Company (Account)"
  Type string(40) readonly
  LeadOrContactId ref(Contact,Lead) readonly "Related Record ID"
  LeadOrContactOwnerId ref(Group,User) readonly "Related Record Owner ID"

object CampaignMemberStatus 01Y "Campaign Member Status" "Campaign Member Status"
  CampaignId ref(Campaign) required createonly child:CampaignMemberStatuses cascade "Campaign ID"
  Label string(765) required name
  SortOrder int(9)
  IsDefault boolean
  HasResponded boolean

object Individual 0PK "Individual" "Individuals" owner master
  LastName string(80) required
  FirstName string(40)
  Salutation picklist(40) values:Salutation
  Name string(121) readonly name
  HasOptedOutTracking boolean "Don't Track"
  HasOptedOutProfiling boolean "Don't Profile"
  HasOptedOutProcessing boolean "Don't Process"
  HasOptedOutSolicit boolean "Don't Market"
  ShouldForget boolean "Forget this Individual"
  SendIndividualData boolean "Export Individual's Data"
  CanStorePiiElsewhere boolean "OK to Store PII Data Elsewhere"
  HasOptedOutGeoTracking boolean "Block Geolocation Tracking"
  BirthDate date
  Website url(255)
  LastViewedDate datetime readonly
`;
