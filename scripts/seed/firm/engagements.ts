/** The past year's projects: who delivered what to whom, when, and how it is billed. */

export type BillingType =
  'Time and Materials' | 'Capped T&M' | 'Fixed Fee' | 'Milestone' | 'Percent Complete' | 'Retainer' | 'Deposit';

export interface EngagementTerms {
  readonly name: string;
  readonly type: BillingType;
  /** What it comes to, as a share of the engagement's value: its fee, cap or deposit; a retainer's fee is that by month. */
  readonly share: number;
  /** Share of the work that it bills, by a task of its own. Without it it bills what no other one does. */
  readonly work?: number;
  /** Milestones or instalments, evenly over the time. */
  readonly parts?: number;
  readonly cap?: 'Notify' | 'Hard Cap';
  readonly rollover?: 'None' | 'Surplus' | 'Surplus and Deficit';
  /** Periods until a retainer's surplus is lost. */
  readonly expiry?: number;
  readonly lines?: 'Resource' | 'Role' | 'Task' | 'Arrangement';
}

export interface EngagementSeed {
  readonly name: string;
  readonly client: string;
  readonly practice: string;
  /** Weeks from this one: the first, and the first one after it. */
  readonly from: number;
  readonly to: number;
  /** Which of the firm's teams delivers it. */
  readonly team: number;
  /** Share of the list rate that was agreed. */
  readonly rate: number;
  readonly currency?: 'EUR' | 'GBP';
  readonly taxCode?: string;
  /** Share of what should be done by now that is done, of one that still runs. Without it everything goes to plan. */
  readonly pace?: number;
  /** What each 1.00 spent on it has earned. Without it what comes of the hours that were planned and worked. */
  readonly cpi?: number;
  readonly terms: readonly EngagementTerms[];
}

const hourly = (name: string, work?: number): EngagementTerms => ({
  name,
  type: 'Time and Materials',
  share: 0,
  work,
  lines: 'Resource',
});

export const TEAMS = 12;

/** Each team has one after the other. */
export const engagements: readonly EngagementSeed[] = [
  {
    name: 'Patient portal',
    client: 'Alder Medical Group',
    practice: 'Sales & Service',
    from: -52,
    to: -28,
    team: 0,
    rate: 0.68,
    terms: [hourly('Delivery')],
  },
  {
    name: 'Care team console',
    client: 'Alder Medical Group',
    practice: 'Sales & Service',
    from: -27,
    to: 3,
    team: 0,
    rate: 0.68,
    cpi: 1.06,
    terms: [hourly('Delivery')],
  },
  {
    name: 'Claims intake',
    client: 'Bluepeak Insurance',
    practice: 'Sales & Service',
    from: -52,
    to: -30,
    team: 1,
    rate: 0.62,
    cpi: 0.94,
    terms: [{ name: 'Delivery up to the limit', type: 'Capped T&M', share: 0.92, cap: 'Hard Cap', lines: 'Role' }],
  },
  {
    name: 'Claims analytics',
    client: 'Bluepeak Insurance',
    practice: 'Data & AI',
    from: -29,
    to: 2,
    team: 1,
    rate: 0.62,
    pace: 0.72,
    cpi: 0.82,
    terms: [{ name: 'Delivery', type: 'Capped T&M', share: 0.9, cap: 'Notify', lines: 'Role' }],
  },
  {
    name: 'Web shop relaunch',
    client: 'Cascade Outdoor',
    practice: 'Commerce',
    from: -51,
    to: -27,
    team: 2,
    rate: 0.68,
    terms: [{ name: 'Project fee', type: 'Fixed Fee', share: 1, parts: 6 }],
  },
  {
    name: 'Loyalty programme',
    client: 'Cascade Outdoor',
    practice: 'Commerce',
    from: -26,
    to: 1,
    team: 2,
    rate: 0.7,
    cpi: 1.03,
    terms: [{ name: 'Project fee', type: 'Fixed Fee', share: 0.85, parts: 7 }, hourly('Change requests', 0.15)],
  },
  {
    name: 'Carrier onboarding',
    client: 'Delmar Logistics',
    practice: 'Integration',
    from: -52,
    to: -29,
    team: 3,
    rate: 0.6,
    cpi: 1.07,
    terms: [{ name: 'Stage payments', type: 'Milestone', share: 1, parts: 5 }],
  },
  {
    name: 'Shipment tracking',
    client: 'Delmar Logistics',
    practice: 'Integration',
    from: -28,
    to: 3,
    team: 3,
    rate: 0.6,
    pace: 0.88,
    cpi: 0.93,
    terms: [{ name: 'Stage payments', type: 'Milestone', share: 1, parts: 6 }],
  },
  {
    name: 'Member data platform',
    client: 'Eastgate Credit Union',
    practice: 'Data & AI',
    from: -52,
    to: -26,
    team: 4,
    rate: 0.58,
    terms: [{ name: 'Foundation fee', type: 'Percent Complete', share: 1 }],
  },
  {
    name: 'Lending journeys',
    client: 'Eastgate Credit Union',
    practice: 'Sales & Service',
    from: -25,
    to: 4,
    team: 4,
    rate: 0.54,
    cpi: 0.88,
    terms: [{ name: 'Delivery fee', type: 'Percent Complete', share: 1 }],
  },
  {
    name: 'Sales operations support',
    client: 'Fennel & Thyme Foods',
    practice: 'Sales & Service',
    from: -52,
    to: -27,
    team: 5,
    rate: 0.74,
    terms: [{ name: 'Monthly support', type: 'Retainer', share: 0.95, rollover: 'None' }],
  },
  {
    name: 'Commerce support',
    client: 'Fennel & Thyme Foods',
    practice: 'Commerce',
    from: -26,
    to: 4,
    team: 5,
    rate: 0.74,
    cpi: 1.02,
    terms: [{ name: 'Monthly support', type: 'Retainer', share: 1, rollover: 'Surplus', expiry: 2 }],
  },
  {
    name: 'Field service support',
    client: 'Granite Ridge Energy',
    practice: 'Sales & Service',
    from: -52,
    to: 4,
    team: 6,
    rate: 0.74,
    cpi: 1.04,
    terms: [
      { name: 'Managed service', type: 'Retainer', share: 0.8, rollover: 'Surplus and Deficit', expiry: 3 },
      hourly('Small changes', 0.2),
    ],
  },
  {
    name: 'Passenger care',
    client: 'Yellowtail Airways',
    practice: 'Sales & Service',
    from: -50,
    to: -24,
    team: 7,
    rate: 0.62,
    terms: [hourly('Delivery'), { name: 'Mobilisation deposit', type: 'Deposit', share: 0.15 }],
  },
  {
    name: 'Crew planning integration',
    client: 'Yellowtail Airways',
    practice: 'Integration',
    from: -23,
    to: 3,
    team: 7,
    rate: 0.62,
    pace: 0.8,
    cpi: 0.94,
    terms: [hourly('Delivery'), { name: 'Mobilisation deposit', type: 'Deposit', share: 0.3 }],
  },
  {
    name: 'Dealer portal',
    client: 'Lindner Maschinenbau',
    practice: 'Commerce',
    from: -52,
    to: -28,
    team: 8,
    rate: 0.82,
    currency: 'EUR',
    taxCode: 'Standard',
    terms: [hourly('Delivery')],
  },
  {
    name: 'Machine data hub',
    client: 'Zephyr Wind Partners',
    practice: 'Data & AI',
    from: -27,
    to: 2,
    team: 8,
    rate: 0.8,
    pace: 0.93,
    currency: 'EUR',
    taxCode: 'Standard',
    cpi: 0.98,
    terms: [
      { name: 'Platform fee', type: 'Fixed Fee', share: 0.5, work: 0.5, parts: 4 },
      hourly('Advisory', undefined),
      { name: 'Deposit', type: 'Deposit', share: 0.1 },
    ],
  },
  {
    name: 'Supplier collaboration',
    client: 'Ironbridge Manufacturing',
    practice: 'Integration',
    from: -52,
    to: -26,
    team: 9,
    rate: 0.7,
    currency: 'GBP',
    taxCode: 'ReverseCharge',
    terms: [
      { name: 'Discovery and design', type: 'Fixed Fee', share: 0.4, work: 0.4, parts: 3 },
      { name: 'Build up to the limit', type: 'Capped T&M', share: 0.65, cap: 'Notify', lines: 'Task' },
    ],
  },
  {
    name: 'Tenant services',
    client: 'Tidewater Realty',
    practice: 'Sales & Service',
    from: -25,
    to: -5,
    team: 9,
    rate: 0.7,
    terms: [
      { name: 'Launch', type: 'Milestone', share: 0.6, work: 0.6, parts: 3 },
      hourly('Change requests'),
      { name: 'Deposit', type: 'Deposit', share: 0.1 },
    ],
  },
  {
    name: 'Branch transformation',
    client: 'Pacific Crest Bank',
    practice: 'Advisory',
    from: -52,
    to: -20,
    team: 10,
    rate: 0.76,
    terms: [hourly('Advisory')],
  },
  {
    name: 'Advice to the board',
    client: 'Pacific Crest Bank',
    practice: 'Advisory',
    from: -19,
    to: -4,
    team: 10,
    rate: 0.76,
    terms: [{ name: 'Advice', type: 'Retainer', share: 0.9, rollover: 'Surplus' }],
  },
  {
    name: 'Newsroom workflow',
    client: 'Quarry Street Media',
    practice: 'Sales & Service',
    from: -52,
    to: -33,
    team: 11,
    rate: 0.7,
    terms: [{ name: 'Delivery', type: 'Capped T&M', share: 1.1, cap: 'Hard Cap', lines: 'Resource' }],
  },
  {
    name: 'Vaccination scheduling',
    client: 'Redwood Public Health',
    practice: 'Sales & Service',
    from: -32,
    to: -6,
    team: 11,
    rate: 0.68,
    terms: [hourly('Delivery')],
  },
];
