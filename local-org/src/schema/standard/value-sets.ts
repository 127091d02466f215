/** Values of the standard picklists as a new org has them, by the name of their StandardValueSet in the Metadata API. */

export interface StandardValue {
  readonly value: string;
  readonly label: string;
  readonly isDefault: boolean;
  readonly active: boolean;
  /** Opportunity stages, case and task statuses. */
  readonly closed?: boolean;
  readonly won?: boolean;
  readonly probability?: number;
  readonly forecastCategory?: string;
  /** Lead statuses. */
  readonly converted?: boolean;
  /** Task priorities. */
  readonly highPriority?: boolean;
}

/** Reads `Value*|Value:Label|…`, where `*` marks the default. */
export function parseValues(text: string): StandardValue[] {
  return text.split('|').map((entry) => {
    const [, value = '', star, label] = /^(.+?)(\*)?(?::(.*))?$/.exec(entry.trim()) ?? [];
    return { value, label: label ?? value, isDefault: star !== undefined, active: true };
  });
}

function stage(value: string, probability: number, forecastCategory: string): StandardValue {
  const closed = probability === 100 || forecastCategory === 'Omitted';
  const won = probability === 100;
  return { value, label: value, isDefault: false, active: true, closed, won, probability, forecastCategory };
}

function withFlag(values: StandardValue[], flagged: readonly string[], flag: 'closed' | 'converted' | 'highPriority') {
  return values.map((entry) => ({ ...entry, [flag]: flagged.includes(entry.value) }));
}

/** Languages with full support (Salesforce Help, "Supported Languages"). */
const LANGUAGES =
  'en_US:English|de:German|es:Spanish|fr:French|it:Italian|ja:Japanese|sv:Swedish|ko:Korean|zh_TW:Chinese (Traditional)|zh_CN:Chinese (Simplified)|pt_BR:Portuguese (Brazil)|nl_NL:Dutch|da:Danish|th:Thai|fi:Finnish|ru:Russian|es_MX:Spanish (Mexico)|no:Norwegian|en_GB:English (UK)|pl:Polish|pt_PT:Portuguese (European)|tr:Turkish|uk:Ukrainian|cs:Czech|hu:Hungarian|ro:Romanian|el:Greek';

const LOCALES =
  'en_US:English (United States)|en_GB:English (United Kingdom)|en_CA:English (Canada)|en_AU:English (Australia)|en_IE:English (Ireland)|en_IN:English (India)|en_NZ:English (New Zealand)|en_ZA:English (South Africa)|de_DE:German (Germany)|de_AT:German (Austria)|de_CH:German (Switzerland)|fr_FR:French (France)|fr_CA:French (Canada)|fr_BE:French (Belgium)|fr_CH:French (Switzerland)|es_ES:Spanish (Spain)|es_MX:Spanish (Mexico)|it_IT:Italian (Italy)|nl_NL:Dutch (Netherlands)|nl_BE:Dutch (Belgium)|pt_BR:Portuguese (Brazil)|pt_PT:Portuguese (Portugal)|sv_SE:Swedish (Sweden)|da_DK:Danish (Denmark)|fi_FI:Finnish (Finland)|no_NO:Norwegian (Norway)|pl_PL:Polish (Poland)|cs_CZ:Czech (Czechia)|ja_JP:Japanese (Japan)|ko_KR:Korean (South Korea)|zh_CN:Chinese (China)|zh_TW:Chinese (Taiwan)';

export const standardValueSets: Readonly<Record<string, readonly StandardValue[]>> = {
  AccountType: parseValues(
    'Prospect|Customer - Direct|Customer - Channel|Channel Partner / Reseller|Installation Partner|Technology Partner|Other',
  ),
  AccountOwnership: parseValues('Public|Private|Subsidiary|Other'),
  AccountRating: parseValues('Hot|Warm|Cold'),
  AssetStatus: parseValues('Shipped|Installed|Registered|Obsolete|Purchased'),
  CampaignStatus: parseValues('Planned*|In Progress|Completed|Aborted'),
  CampaignType: parseValues(
    'Conference|Webinar|Trade Show|Public Relations|Partners|Referral Program|Advertisement|Banner Ads|Direct Mail|Email|Telemarketing|Other',
  ),
  CaseOrigin: parseValues('Phone|Email|Web'),
  CasePriority: parseValues('High|Medium*|Low'),
  CaseReason: parseValues('Installation|Equipment Complexity|Performance|Breakdown|Equipment Design|Feedback|Other'),
  CaseStatus: withFlag(parseValues('New*|Working|Escalated|Closed'), ['Closed'], 'closed'),
  CaseType: parseValues('Mechanical|Electrical|Electronic|Structural|Other'),
  ContactRole: parseValues(
    'Business User|Decision Maker|Economic Buyer|Economic Decision Maker|Evaluator|Executive Sponsor|Influencer|Technical Buyer|Other',
  ),
  ContractStatus: parseValues('In Approval Process|Activated|Draft*'),
  ForecastCategoryName: parseValues('Omitted|Pipeline|Best Case|Commit|Closed'),
  Industry: parseValues(
    'Agriculture|Apparel|Banking|Biotechnology|Chemicals|Communications|Construction|Consulting|Education|Electronics|Energy|Engineering|Entertainment|Environmental|Finance|Food & Beverage|Government|Healthcare|Hospitality|Insurance|Machinery|Manufacturing|Media|Not For Profit|Recreation|Retail|Shipping|Technology|Telecommunications|Transportation|Utilities|Other',
  ),
  LeadSource: parseValues('Web|Phone Inquiry|Partner Referral|Purchased List|Other'),
  LeadStatus: withFlag(
    parseValues('Open - Not Contacted*|Working - Contacted|Closed - Converted|Closed - Not Converted'),
    ['Closed - Converted'],
    'converted',
  ),
  OpportunityStage: [
    stage('Prospecting', 10, 'Pipeline'),
    stage('Qualification', 10, 'Pipeline'),
    stage('Needs Analysis', 20, 'Pipeline'),
    stage('Value Proposition', 50, 'Pipeline'),
    stage('Id. Decision Makers', 60, 'Pipeline'),
    stage('Perception Analysis', 70, 'Pipeline'),
    stage('Proposal/Price Quote', 75, 'Pipeline'),
    stage('Negotiation/Review', 90, 'Pipeline'),
    stage('Closed Won', 100, 'Closed'),
    stage('Closed Lost', 0, 'Omitted'),
  ],
  OpportunityType: parseValues(
    'Existing Customer - Upgrade|Existing Customer - Replacement|Existing Customer - Downgrade|New Customer',
  ),
  OrderStatus: parseValues('Draft*|Activated'),
  OrderType: [],
  Product2Family: parseValues('None'),
  QuantityUnitOfMeasure: parseValues('Each'),
  QuoteStatus: parseValues('Draft|Needs Review|In Review|Approved|Rejected|Presented|Accepted|Denied'),
  SalesTeamRole: parseValues(
    'Account Manager|Channel Manager|Executive Sponsor|Lead Qualifier|Pre-Sales Consultant|Sales Manager|Sales Rep',
  ),
  Salutation: parseValues('Mr.|Ms.|Mrs.|Dr.|Prof.|Mx.'),
  TaskPriority: withFlag(parseValues('High|Normal*|Low'), ['High'], 'highPriority'),
  TaskStatus: withFlag(
    parseValues('Not Started*|In Progress|Completed|Waiting on someone else|Deferred'),
    ['Completed'],
    'closed',
  ),
  RowCause: parseValues(
    'Owner|Manual:Manual Sharing|Rule:Sharing Rule|ImplicitChild:Account Sharing|ImplicitParent:Associated record owner or sharing|Team:Sales Team|Territory2AssociationManual|GuestRule:Guest User Sharing Rule',
  ),
  Language: parseValues(LANGUAGES),
  Locale: parseValues(LOCALES),
  TimeZone: Intl.supportedValuesOf('timeZone')
    .concat('GMT')
    .map((zone) => ({ value: zone, label: zone, isDefault: false, active: true })),
};
