/** `npm run bench`: figures to compare, with the aims beside them. Nothing here is a test; a missed aim fails nothing. */
import { cpus } from 'node:os';
import { logIn } from '../e2e/support/personas.ts';
import { ServedOrg } from '../e2e/support/served-org.ts';
import { removeFolder, temporaryFolder } from '../e2e/support/temporary-folder.ts';
import { approvingFigures } from './approving.ts';
import { drawingFigures } from './drawing-weeks.ts';
import { printFigures } from './figures.ts';
import { invoicingFigures } from './invoicing.ts';
import { matchingFigures } from './matching.ts';
import { reschedulingFigures } from './rescheduling.ts';
import { savingFigures } from './saving-weeks.ts';
import { startUpFigures } from './start-up.ts';
import { throughputFigures } from './throughput.ts';
import { winningFigures } from './winning.ts';

const data = temporaryFolder('bench');
process.stdout.write(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`);
try {
  printFigures('Starting', await startUpFigures(data));
  const org = await ServedOrg.start({ data, demo: true });
  try {
    const admin = await logIn(org.url, 'admin');
    printFigures('Winning', await winningFigures(admin));
    printFigures('Rescheduling', await reschedulingFigures(admin));
    printFigures('Matching', await matchingFigures(admin));
    printFigures('Throughput', await throughputFigures(admin));
    printFigures('Drawing weeks', await drawingFigures(admin, org.url));
    printFigures('Saving weeks', await savingFigures(admin));
    printFigures('Approving weeks', await approvingFigures(admin));
    printFigures('Invoicing', await invoicingFigures(admin));
  } finally {
    await org.stop();
  }
} finally {
  removeFolder(data);
}
