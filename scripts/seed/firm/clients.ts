/** The firm's twenty-five clients. */

export interface ClientSeed {
  readonly name: string;
  readonly industry: string;
  readonly country: string;
  readonly city: string;
  readonly region: string;
  readonly employees: number;
  readonly contacts: readonly (readonly [first: string, last: string, title: string])[];
  /** Role → USD an hour where this client negotiated its own rates. */
  readonly rateExceptions?: Readonly<Record<string, number>>;
}

export const clients: readonly ClientSeed[] = [
  {
    name: 'Alder Medical Group',
    industry: 'Healthcare',
    country: 'United States',
    city: 'Boston',
    region: 'US East',
    employees: 8200,
    contacts: [
      ['Dana', 'Whitfield', 'Chief Information Officer'],
      ['Rob', 'Tanaka', 'Director of Patient Services'],
    ],
    rateExceptions: { 'Solution Architect': 245, Consultant: 155, 'Senior Consultant': 192 },
  },
  {
    name: 'Bluepeak Insurance',
    industry: 'Insurance',
    country: 'United States',
    city: 'Hartford',
    region: 'US East',
    employees: 4100,
    contacts: [
      ['Melissa', 'Crane', 'VP Claims'],
      ['Andre', 'Foster', 'Program Director'],
    ],
    rateExceptions: { 'Project Manager': 195, 'Senior Developer': 182 },
  },
  {
    name: 'Cascade Outdoor',
    industry: 'Retail',
    country: 'United States',
    city: 'Portland',
    region: 'US West',
    employees: 1900,
    contacts: [
      ['Wes', 'Holloway', 'Head of Digital'],
      ['June', 'Abbott', 'Commerce Manager'],
    ],
  },
  {
    name: 'Delmar Logistics',
    industry: 'Transportation',
    country: 'United States',
    city: 'Savannah',
    region: 'US East',
    employees: 3300,
    contacts: [
      ['Carl', 'Jennings', 'COO'],
      ['Nina', 'Shah', 'IT Director'],
    ],
  },
  {
    name: 'Eastgate Credit Union',
    industry: 'Banking',
    country: 'United States',
    city: 'Columbus',
    region: 'US East',
    employees: 950,
    contacts: [
      ['Paula', 'Reyes', 'CIO'],
      ['Greg', 'Mattson', 'Member Services Lead'],
    ],
  },
  {
    name: 'Fennel & Thyme Foods',
    industry: 'Consumer Goods',
    country: 'United States',
    city: 'Chicago',
    region: 'US East',
    employees: 2700,
    contacts: [
      ['Sara', 'Kline', 'VP Sales'],
      ['Leo', 'Mancini', 'Sales Operations'],
    ],
  },
  {
    name: 'Granite Ridge Energy',
    industry: 'Energy',
    country: 'United States',
    city: 'Denver',
    region: 'US West',
    employees: 5200,
    contacts: [
      ['Tom', 'Barlow', 'CTO'],
      ['Alice', 'Hume', 'Field Service Manager'],
    ],
  },
  {
    name: 'Harrow & Vale Solicitors',
    industry: 'Legal',
    country: 'United Kingdom',
    city: 'London',
    region: 'UK & Ireland',
    employees: 1400,
    contacts: [
      ['Philippa', 'Harrow', 'Managing Partner'],
      ['Dev', 'Anand', 'Head of IT'],
    ],
  },
  {
    name: 'Ironbridge Manufacturing',
    industry: 'Manufacturing',
    country: 'United Kingdom',
    city: 'Birmingham',
    region: 'UK & Ireland',
    employees: 2600,
    contacts: [
      ['Stuart', 'Pike', 'Operations Director'],
      ['Moira', 'Kelly', 'CRM Lead'],
    ],
  },
  {
    name: 'Juniper Hotels',
    industry: 'Hospitality',
    country: 'Ireland',
    city: 'Dublin',
    region: 'UK & Ireland',
    employees: 3900,
    contacts: [
      ['Aoife', 'Byrne', 'Chief Commercial Officer'],
      ['Declan', 'Moore', 'Loyalty Manager'],
    ],
  },
  {
    name: 'Kestrel Aerospace',
    industry: 'Aerospace',
    country: 'United Kingdom',
    city: 'Bristol',
    region: 'UK & Ireland',
    employees: 7100,
    contacts: [
      ['Ruth', 'Ainsley', 'Programme Director'],
      ['Giles', 'Porter', 'Data Lead'],
    ],
  },
  {
    name: 'Lindner Maschinenbau',
    industry: 'Manufacturing',
    country: 'Germany',
    city: 'Stuttgart',
    region: 'DACH',
    employees: 4800,
    contacts: [
      ['Jürgen', 'Lindner', 'Geschäftsführer'],
      ['Katrin', 'Vogel', 'Leiterin Vertrieb'],
    ],
    rateExceptions: { 'Technical Architect': 255, Developer: 140, Consultant: 150 },
  },
  {
    name: 'Mariposa Pharma',
    industry: 'Life Sciences',
    country: 'Switzerland',
    city: 'Basel',
    region: 'DACH',
    employees: 6300,
    contacts: [
      ['Claudia', 'Frei', 'Head of Commercial Excellence'],
      ['Reto', 'Baumann', 'IT Business Partner'],
    ],
  },
  {
    name: 'Northlight Utilities',
    industry: 'Utilities',
    country: 'United Kingdom',
    city: 'Leeds',
    region: 'UK & Ireland',
    employees: 5600,
    contacts: [
      ['Hazel', 'Dunn', 'Customer Director'],
      ['Imran', 'Malik', 'Architecture Lead'],
    ],
  },
  {
    name: 'Orchard Schools Trust',
    industry: 'Education',
    country: 'United Kingdom',
    city: 'Manchester',
    region: 'UK & Ireland',
    employees: 2100,
    contacts: [
      ['Beth', 'Sutton', 'Chief Executive'],
      ['Neil', 'Grady', 'Digital Manager'],
    ],
  },
  {
    name: 'Pacific Crest Bank',
    industry: 'Banking',
    country: 'United States',
    city: 'San Francisco',
    region: 'US West',
    employees: 6700,
    contacts: [
      ['Monica', 'Stein', 'SVP Digital'],
      ['Ravi', 'Patel', 'Enterprise Architect'],
    ],
  },
  {
    name: 'Quarry Street Media',
    industry: 'Media',
    country: 'United States',
    city: 'New York',
    region: 'US East',
    employees: 1200,
    contacts: [
      ['Jonah', 'Fields', 'CFO'],
      ['Tess', 'Wong', 'Ad Operations'],
    ],
  },
  {
    name: 'Redwood Public Health',
    industry: 'Government',
    country: 'United States',
    city: 'Sacramento',
    region: 'US West',
    employees: 3100,
    contacts: [
      ['Lorraine', 'Ortiz', 'Deputy Director'],
      ['Kenji', 'Mori', 'Program Manager'],
    ],
  },
  {
    name: 'Silverline Telecom',
    industry: 'Telecommunications',
    country: 'United States',
    city: 'Dallas',
    region: 'US East',
    employees: 9800,
    contacts: [
      ['Curtis', 'Vaughn', 'VP Customer Care'],
      ['Bela', 'Kovacs', 'CRM Director'],
    ],
  },
  {
    name: 'Tidewater Realty',
    industry: 'Real Estate',
    country: 'United States',
    city: 'Norfolk',
    region: 'US East',
    employees: 800,
    contacts: [
      ['Gwen', 'Archer', 'President'],
      ['Luis', 'Prado', 'Systems Analyst'],
    ],
  },
  {
    name: 'Umbra Software',
    industry: 'Technology',
    country: 'United States',
    city: 'Seattle',
    region: 'US West',
    employees: 1500,
    contacts: [
      ['Priyanka', 'Das', 'Chief Revenue Officer'],
      ['Max', 'Feld', 'RevOps Lead'],
    ],
  },
  {
    name: 'Vantage Medical Devices',
    industry: 'Life Sciences',
    country: 'Germany',
    city: 'Munich',
    region: 'DACH',
    employees: 3600,
    contacts: [
      ['Stefan', 'Hartmann', 'Leiter IT'],
      ['Miriam', 'Adler', 'Service Director'],
    ],
  },
  {
    name: 'Westmere Water',
    industry: 'Utilities',
    country: 'United Kingdom',
    city: 'Exeter',
    region: 'UK & Ireland',
    employees: 1700,
    contacts: [
      ['Colin', 'Frost', 'Finance Director'],
      ['Abigail', 'Lane', 'Customer Systems'],
    ],
  },
  {
    name: 'Yellowtail Airways',
    industry: 'Transportation',
    country: 'United States',
    city: 'Phoenix',
    region: 'US West',
    employees: 11200,
    contacts: [
      ['Renee', 'Baptiste', 'VP Guest Experience'],
      ['Omar', 'Nasser', 'Integration Manager'],
    ],
  },
  {
    name: 'Zephyr Wind Partners',
    industry: 'Energy',
    country: 'Germany',
    city: 'Hamburg',
    region: 'DACH',
    employees: 1300,
    contacts: [
      ['Anke', 'Petersen', 'COO'],
      ['Jonas', 'Richter', 'Data Manager'],
    ],
  },
];
