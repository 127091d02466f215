/** What standard objects look like in a new org. */

/** Columns of their own list views (search layout "Search Results"). */
export const STANDARD_LIST_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  Account: ['Name', 'Type', 'Industry', 'Phone', 'Owner.Alias'],
  Contact: ['Name', 'AccountId', 'Title', 'Phone', 'Email', 'Owner.Alias'],
  Opportunity: ['Name', 'AccountId', 'StageName', 'Amount', 'CloseDate', 'Owner.Alias'],
  Lead: ['Name', 'Title', 'Company', 'Phone', 'Email', 'Status', 'Owner.Alias'],
  Case: ['CaseNumber', 'Subject', 'Status', 'Priority', 'CreatedDate', 'Owner.Alias'],
  Product2: ['Name', 'ProductCode', 'Family', 'Description'],
  Pricebook2: ['Name', 'Description', 'IsActive'],
  Task: ['Subject', 'WhoId', 'WhatId', 'ActivityDate', 'Status', 'Owner.Alias'],
};

/** Their page layouts: the fields of their main section, by column. */
export const STANDARD_LAYOUTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  Account: [
    ['Name', 'ParentId', 'AccountNumber', 'Site', 'Type', 'Industry', 'AnnualRevenue', 'BillingAddress', 'Description'],
    [
      'OwnerId',
      'Rating',
      'Phone',
      'Fax',
      'Website',
      'TickerSymbol',
      'Ownership',
      'NumberOfEmployees',
      'ShippingAddress',
    ],
  ],
  Contact: [
    [
      'Name',
      'AccountId',
      'Title',
      'Department',
      'Birthdate',
      'ReportsToId',
      'LeadSource',
      'MailingAddress',
      'Description',
    ],
    [
      'OwnerId',
      'Phone',
      'HomePhone',
      'MobilePhone',
      'OtherPhone',
      'Fax',
      'Email',
      'AssistantName',
      'AssistantPhone',
      'OtherAddress',
    ],
  ],
  Opportunity: [
    ['Name', 'AccountId', 'Type', 'LeadSource', 'Amount', 'Pricebook2Id', 'Description'],
    ['OwnerId', 'CloseDate', 'StageName', 'Probability', 'ExpectedRevenue', 'NextStep', 'CampaignId', 'IsPrivate'],
  ],
  OpportunityLineItem: [
    ['OpportunityId', 'Product2Id', 'PricebookEntryId', 'ProductCode', 'ListPrice', 'UnitPrice'],
    ['Quantity', 'Discount', 'Subtotal', 'TotalPrice', 'ServiceDate', 'Description'],
  ],
  Product2: [
    ['Name', 'ProductCode', 'Family', 'Description'],
    ['IsActive', 'StockKeepingUnit', 'QuantityUnitOfMeasure'],
  ],
  Pricebook2: [
    ['Name', 'Description'],
    ['IsActive', 'IsStandard'],
  ],
  PricebookEntry: [
    ['Product2Id', 'Pricebook2Id', 'UnitPrice'],
    ['IsActive', 'UseStandardPrice'],
  ],
  Lead: [
    ['Name', 'Company', 'Title', 'LeadSource', 'Industry', 'AnnualRevenue', 'Address', 'Description'],
    ['OwnerId', 'Status', 'Phone', 'MobilePhone', 'Fax', 'Email', 'Website', 'Rating', 'NumberOfEmployees'],
  ],
  Case: [
    ['CaseNumber', 'AccountId', 'ContactId', 'Type', 'Reason', 'Subject', 'Description'],
    ['OwnerId', 'Status', 'Priority', 'Origin', 'SuppliedEmail', 'SuppliedPhone'],
  ],
  Task: [
    ['Subject', 'WhoId', 'WhatId', 'Description'],
    ['OwnerId', 'ActivityDate', 'Status', 'Priority'],
  ],
  Event: [
    ['Subject', 'WhoId', 'WhatId', 'Description'],
    ['OwnerId', 'StartDateTime', 'EndDateTime', 'IsAllDayEvent', 'Location'],
  ],
  User: [
    ['Name', 'Alias', 'Email', 'Username', 'Title', 'Department', 'ManagerId', 'DelegatedApproverId'],
    [
      'ProfileId',
      'UserRoleId',
      'IsActive',
      'Phone',
      'MobilePhone',
      'TimeZoneSidKey',
      'LocaleSidKey',
      'Address',
      'UserPreferencesReceiveNoNotificationsAsApprover',
      'UserPreferencesReceiveNotificationsAsDelegatedApprover',
    ],
  ],
};
