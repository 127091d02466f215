/** The API versions that are answered. */

export const NEWEST_VERSION = 67;
/** Versions up to 30.0 are retired (Salesforce Help, "Salesforce Platform API Versions 21.0 through 30.0 Retirement"). */
export const OLDEST_VERSION = 31;

const SEASONS = ['Winter', 'Spring', 'Summer'] as const;
/** 65.0 is Winter ’26; there are three releases a year. */
const WINTER_2026 = 65;

export interface VersionEntry {
  readonly label: string;
  readonly url: string;
  readonly version: string;
}

/** The answer of `GET /services/data`. */
export function versions(): VersionEntry[] {
  return Array.from({ length: NEWEST_VERSION - OLDEST_VERSION + 1 }, (_, index) => {
    const number = OLDEST_VERSION + index;
    const releases = number - WINTER_2026;
    const year = 26 + Math.floor(releases / SEASONS.length);
    const season = SEASONS[(releases + SEASONS.length * WINTER_2026) % SEASONS.length];
    return { label: `${season} '${year}`, url: `/services/data/v${number}.0`, version: `${number}.0` };
  });
}

/** Whether `66.0` and the like is answered. */
export function isKnownVersion(version: string): boolean {
  const number = Number(version);
  return Number.isInteger(number) && number >= OLDEST_VERSION && number <= NEWEST_VERSION;
}
