/**
 * The platform's own report types of standard objects, by the codes that reports name their columns with ("Report", Metadata
 * API Developer Guide, sample definitions). Custom fields are named `Opportunity.Field__c`.
 */
export interface StandardReportType {
  readonly label: string;
  readonly object: string;
  /** Fields by the codes of their columns. */
  readonly codes: Readonly<Record<string, string>>;
}

export const STANDARD_REPORT_TYPES: Readonly<Record<string, StandardReportType>> = {
  Opportunity: {
    label: 'Opportunities',
    object: 'Opportunity',
    codes: {
      OPPORTUNITY_NAME: 'Name',
      ACCOUNT_NAME: 'AccountId',
      FULL_NAME: 'OwnerId',
      STAGE_NAME: 'StageName',
      AMOUNT: 'Amount',
      EXP_AMOUNT: 'ExpectedRevenue',
      PROBABILITY: 'Probability',
      CLOSE_DATE: 'CloseDate',
      CLOSED: 'IsClosed',
      WON: 'IsWon',
      TYPE: 'Type',
      LEAD_SOURCE: 'LeadSource',
      NEXT_STEP: 'NextStep',
      CREATED_DATE: 'CreatedDate',
      LAST_UPDATE: 'LastModifiedDate',
    },
  },
  AccountList: {
    label: 'Accounts',
    object: 'Account',
    codes: {
      'ACCOUNT.NAME': 'Name',
      'USERS.NAME': 'OwnerId',
      TYPE: 'Type',
      INDUSTRY: 'Industry',
      RATING: 'Rating',
      SALES: 'AnnualRevenue',
      EMPLOYEES: 'NumberOfEmployees',
      ADDRESS1_CITY: 'BillingCity',
      ADDRESS1_STATE: 'BillingState',
      ADDRESS1_COUNTRY: 'BillingCountry',
      PHONE1: 'Phone',
      URL: 'Website',
      CREATED_DATE: 'CreatedDate',
      LAST_UPDATE: 'LastModifiedDate',
    },
  },
};
