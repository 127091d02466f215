/** Apex against plain JavaScript in the same run. */
import { Decimal } from 'decimal.js';
import { OpenOrg } from '../org/test-support/open-org.ts';
import { seconds, took, type Figure } from './figure.ts';

const TURNS = 10_000_000;
const OPERATIONS = 1_000_000;
/** Many, because a run is short enough to be disturbed by whatever else the machine does. */
const RUNS = 10;

const FILES = {
  'classes/Figures.cls': `public class Figures {
    public static Integer loop() {
      Integer sum = 0;
      for (Integer i = 0; i < ${TURNS}; i++) { sum += i & 7; }
      return sum;
    }
    public static Decimal decimals() {
      Decimal sum = 0;
      Decimal rate = 1.07;
      for (Integer i = 0; i < ${OPERATIONS / 2}; i++) { sum += rate * i; }
      return sum;
    }
  }`,
};

export function languageFigures(): Figure[] {
  const org = new OpenOrg(FILES);
  const apex = (source: string) => (): void => {
    const { success, exceptionMessage, compileProblem } = org.apex(source);
    if (!success) throw new Error(exceptionMessage ?? compileProblem ?? 'It failed');
  };
  try {
    const loop = laterRun(apex('System.assert(Figures.loop() > 0);'));
    const plainLoop = laterRun(() => {
      if (plainSum(TURNS) === 0) throw new Error('The loop was not run');
    });
    const decimals = laterRun(apex('System.assert(Figures.decimals() > 0);'));
    const library = laterRun(() => {
      if (decimalSum(OPERATIONS / 2).isZero()) throw new Error('The sums were not made');
    });
    return [
      { what: '10,000,000 turns of an Integer loop', value: seconds(loop) },
      { what: '  times plain JavaScript', value: (loop / plainLoop).toFixed(1), aim: '≤ 2' },
      { what: '1,000,000 Decimal operations', value: seconds(decimals) },
      { what: '  times decimal.js', value: (decimals / library).toFixed(1) },
    ];
  } finally {
    org.close();
  }
}

/** Milliseconds of the fastest run after the first, which compiles and warms up. */
function laterRun(work: () => void): number {
  work();
  return Math.min(...Array.from({ length: RUNS }, () => took(work)));
}

function plainSum(turns: number): number {
  let sum = 0;
  for (let i = 0; i < turns; i++) sum = (sum + (i & 7)) | 0;
  return sum;
}

function decimalSum(count: number): Decimal {
  const rate = new Decimal('1.07');
  let sum = new Decimal(0);
  for (let i = 0; i < count; i++) sum = sum.plus(rate.times(i));
  return sum;
}
