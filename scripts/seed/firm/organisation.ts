/** How the demo firm, a consultancy for customer and data platforms, is organised. */

export interface CalendarSeed {
  readonly name: string;
  readonly isDefault: boolean;
  /** Hours Monday to Friday; nobody works at weekends. */
  readonly weekdays: readonly [number, number, number, number, number];
  /** Fixed public holidays as month and day. */
  readonly holidays: readonly (readonly [string, string])[];
}

export const calendars: readonly CalendarSeed[] = [
  {
    name: 'United States',
    isDefault: true,
    weekdays: [8, 8, 8, 8, 8],
    holidays: [
      ["New Year's Day", '01-01'],
      ['Juneteenth', '06-19'],
      ['Independence Day', '07-04'],
      ['Veterans Day', '11-11'],
      ['Christmas Day', '12-25'],
    ],
  },
  {
    name: 'United Kingdom',
    isDefault: false,
    weekdays: [7.5, 7.5, 7.5, 7.5, 7.5],
    holidays: [
      ["New Year's Day", '01-01'],
      ['Christmas Day', '12-25'],
      ['Boxing Day', '12-26'],
    ],
  },
  {
    name: 'Germany',
    isDefault: false,
    weekdays: [8, 8, 8, 8, 7],
    holidays: [
      ['Neujahr', '01-01'],
      ['Tag der Arbeit', '05-01'],
      ['Tag der Deutschen Einheit', '10-03'],
      ['Erster Weihnachtstag', '12-25'],
      ['Zweiter Weihnachtstag', '12-26'],
    ],
  },
  {
    name: 'India',
    isDefault: false,
    weekdays: [8, 8, 8, 8, 8],
    holidays: [
      ['Republic Day', '01-26'],
      ['Independence Day', '08-15'],
      ['Gandhi Jayanti', '10-02'],
      ['Christmas Day', '12-25'],
    ],
  },
];

export interface UnitSeed {
  readonly name: string;
  readonly parent?: string;
}

/** Parents stand before their children. */
export const practices: readonly UnitSeed[] = [
  { name: 'Customer Platforms' },
  { name: 'Sales & Service', parent: 'Customer Platforms' },
  { name: 'Commerce', parent: 'Customer Platforms' },
  { name: 'Data & AI' },
  { name: 'Integration' },
  { name: 'Advisory' },
];

export const regions: readonly UnitSeed[] = [
  { name: 'Americas' },
  { name: 'US East', parent: 'Americas' },
  { name: 'US West', parent: 'Americas' },
  { name: 'EMEA' },
  { name: 'UK & Ireland', parent: 'EMEA' },
  { name: 'DACH', parent: 'EMEA' },
  { name: 'India' },
];

export interface RoleSeed {
  readonly name: string;
  /** USD an hour on the default card, and what the hour costs the firm. */
  readonly bill: number;
  readonly cost: number;
  /** People of this role among the firm's sixty. */
  readonly people: number;
  readonly skills: readonly string[];
}

export const roles: readonly RoleSeed[] = [
  { name: 'Engagement Director', bill: 295, cost: 128, people: 3, skills: ['Executive Advisory', 'Change Management'] },
  { name: 'Project Manager', bill: 210, cost: 88, people: 6, skills: ['Agile Delivery', 'Change Management', 'PMP'] },
  {
    name: 'Solution Architect',
    bill: 260,
    cost: 112,
    people: 6,
    skills: ['Sales Cloud', 'Service Cloud', 'Solution Design', 'Application Architect'],
  },
  {
    name: 'Technical Architect',
    bill: 275,
    cost: 118,
    people: 4,
    skills: ['Apex', 'Integration Design', 'Security & Identity', 'System Architect'],
  },
  {
    name: 'Senior Consultant',
    bill: 205,
    cost: 84,
    people: 9,
    skills: ['Sales Cloud', 'Service Cloud', 'Experience Cloud'],
  },
  { name: 'Consultant', bill: 165, cost: 64, people: 10, skills: ['Sales Cloud', 'Service Cloud', 'Flow'] },
  {
    name: 'Senior Developer',
    bill: 195,
    cost: 78,
    people: 7,
    skills: ['Apex', 'Lightning Web Components', 'Integration Design'],
  },
  { name: 'Developer', bill: 150, cost: 52, people: 7, skills: ['Apex', 'Lightning Web Components', 'Flow'] },
  { name: 'Data Engineer', bill: 190, cost: 80, people: 4, skills: ['Data Cloud', 'Data Migration', 'SQL'] },
  {
    name: 'Business Analyst',
    bill: 155,
    cost: 58,
    people: 4,
    skills: ['Process Design', 'Agile Delivery', 'Sales Cloud'],
  },
];

/** Every skill that a role may bring. */
export const skills: readonly string[] = [...new Set(roles.flatMap((role) => role.skills))].sort();

export interface OfficeSeed {
  readonly region: string;
  readonly calendar: string;
  /** Of sixty people. */
  readonly people: number;
  /** Cost of an hour relative to the United States. */
  readonly costFactor: number;
}

export const offices: readonly OfficeSeed[] = [
  { region: 'US East', calendar: 'United States', people: 22, costFactor: 1 },
  { region: 'US West', calendar: 'United States', people: 12, costFactor: 1.06 },
  { region: 'UK & Ireland', calendar: 'United Kingdom', people: 10, costFactor: 0.94 },
  { region: 'DACH', calendar: 'Germany', people: 8, costFactor: 0.98 },
  { region: 'India', calendar: 'India', people: 8, costFactor: 0.45 },
];
