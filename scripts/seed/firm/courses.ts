/** How running projects fare: most as planned, some behind or dearer than planned, few in trouble. */

export interface Course {
  /** What each 1.00 spent so far has earned. */
  readonly cpi: number;
  /** Share of what should be done by now that is done; of launches about, since it follows from the hours worked. */
  readonly pace: number;
}

const AS_PLANNED: Course = { cpi: 1.02, pace: 1 };

/** Of the projects that were won lately, by client. */
const LAUNCHES: Readonly<Record<string, Course>> = {
  'Cascade Outdoor': { cpi: 1.05, pace: 1 },
  'Delmar Logistics': { cpi: 0.91, pace: 0.86 },
  'Granite Ridge Energy': { cpi: 1.02, pace: 1.3 },
  'Harrow & Vale Solicitors': { cpi: 0.98, pace: 1 },
  'Juniper Hotels': { cpi: 0.92, pace: 0.85 },
  'Kestrel Aerospace': { cpi: 1.06, pace: 1.3 },
  'Orchard Schools Trust': { cpi: 1.1, pace: 1.1 },
  'Redwood Public Health': { cpi: 0.99, pace: 0.97 },
  'Umbra Software': { cpi: 0.8, pace: 0.7 },
  'Vantage Medical Devices': { cpi: 1.12, pace: 1.03 },
};

export function courseOfLaunch(client: string): Course {
  return LAUNCHES[client] ?? AS_PLANNED;
}
