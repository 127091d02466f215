/**
 * What a retainer's periods come to, counted in another way than the package does: minute by minute, each taken from the
 * oldest minute that is left.
 */

export interface PeriodTerms {
  /** Minutes that come with each period. */
  readonly included: number;
  readonly policy: 'None' | 'Surplus' | 'Surplus and Deficit';
  /** Periods that an unused minute outlives its own; null for ever. */
  readonly expiry: number | null;
}

export interface SettledPeriod {
  readonly carried: number;
  readonly overage: number;
  readonly balance: number;
}

/** `used` has the minutes of each period, in order. */
export function settle({ included, policy, expiry }: PeriodTerms, used: readonly number[]): SettledPeriod[] {
  const settled: SettledPeriod[] = [];
  // Each unused minute by the period it came with; owed minutes are counted.
  let unused: number[] = [];
  let owed = 0;
  used.forEach((minutes, period) => {
    unused = unused.filter((from) => expiry === null || from + expiry >= period);
    const carried = unused.length - owed;
    const fresh = Array.from({ length: Math.max(included - owed, 0) }, () => period);
    owed = Math.max(owed - included, 0);
    unused = [...unused, ...fresh];
    const short = Math.max(minutes - unused.length, 0);
    unused = policy === 'None' ? [] : unused.slice(minutes);
    owed += policy === 'Surplus and Deficit' ? short : 0;
    settled.push({ carried, overage: policy === 'Surplus and Deficit' ? 0 : short, balance: unused.length - owed });
  });
  return settled;
}
