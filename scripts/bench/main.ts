/**
 * `npm run bench`: figures to compare, with the aims beside them. Nothing here is a test; a missed aim fails nothing.
 * `npm run bench -- invoicing matching` runs only those.
 */
import type { Connection } from 'jsforce';
import { cpus } from 'node:os';
import { logIn } from '../e2e/support/personas.ts';
import { ServedOrg } from '../e2e/support/served-org.ts';
import { removeFolder, temporaryFolder } from '../e2e/support/temporary-folder.ts';
import { approvingFigures } from './approving.ts';
import { closingFigures } from './closing.ts';
import { drawingFigures } from './drawing-weeks.ts';
import { engineFigures } from './engine.ts';
import { printFigures, type Figure } from './figures.ts';
import { forecastingFigures } from './forecasting.ts';
import { invoicingFigures } from './invoicing.ts';
import { matchingFigures } from './matching.ts';
import { reportingFigures } from './reporting.ts';
import { measuringFigures } from './measuring.ts';
import { reschedulingFigures } from './rescheduling.ts';
import { savingFigures } from './saving-weeks.ts';
import { startUpFigures } from './start-up.ts';
import { throughputFigures } from './throughput.ts';
import { winningFigures } from './winning.ts';

type Bench = (admin: Connection, url: string) => Promise<Figure[]>;

/** By the word that asks for it, in the order in which they run. */
const BENCHES: Readonly<Record<string, Bench>> = {
  winning: winningFigures,
  rescheduling: reschedulingFigures,
  matching: matchingFigures,
  throughput: throughputFigures,
  drawing: drawingFigures,
  saving: savingFigures,
  approving: approvingFigures,
  invoicing: invoicingFigures,
  closing: closingFigures,
  forecasting: forecastingFigures,
  measuring: measuringFigures,
};
const STARTING = 'starting';
const ENGINE = 'engine';
/** In an org of its own. */
const REPORTING = 'reporting';

const asked = process.argv.slice(2);
const alone: readonly string[] = [ENGINE, STARTING, REPORTING];
const unknown = asked.filter((word) => !alone.includes(word) && !(word in BENCHES));
if (unknown.length > 0) {
  throw new Error(
    `There is no bench "${unknown.join(', ')}". There are: ${[...alone, ...Object.keys(BENCHES)].join(', ')}`,
  );
}
const isAsked = (word: string): boolean => asked.length === 0 || asked.includes(word);

const data = temporaryFolder('bench');
process.stdout.write(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`);
try {
  if (isAsked(ENGINE)) printFigures('Engine', engineFigures());
  if (isAsked(STARTING)) printFigures('Starting', await startUpFigures(data));
  if (isAsked(REPORTING)) printFigures('Reporting', await reportingFigures());
  const org = await ServedOrg.start({ data, demo: true });
  try {
    const admin = await logIn(org.url, 'admin');
    for (const [word, bench] of Object.entries(BENCHES)) {
      if (isAsked(word)) printFigures(`${word.charAt(0).toUpperCase()}${word.slice(1)}`, await bench(admin, org.url));
    }
  } finally {
    await org.stop();
  }
} finally {
  removeFolder(data);
}
