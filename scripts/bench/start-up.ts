/** Time to ready and memory. */
import { readFileSync } from 'node:fs';
import { ServedOrg } from '../e2e/support/served-org.ts';
import { seconds, timed, type Figure } from './figures.ts';

/** Cold and warm starts in the folder, which is empty before and holds the demo firm afterwards. */
export async function startUpFigures(data: string): Promise<Figure[]> {
  const startAndStop = async (): Promise<{ ready: number; memory: string }> => {
    let org: ServedOrg | undefined;
    const ready = await timed(async () => {
      org = await ServedOrg.start({ data, demo: true });
    });
    const memory = org === undefined ? '' : residentMemory(org.processId);
    await org?.stop();
    return { ready, memory };
  };
  const cold = await startAndStop();
  const warm = await startAndStop();
  return [
    { what: 'cold start, demo firm included', value: seconds(cold.ready) },
    { what: 'warm start', value: seconds(warm.ready), aim: '< 5 s' },
    { what: 'memory after a cold start', value: cold.memory },
    { what: 'memory after a warm start', value: warm.memory },
  ];
}

/** Linux tells by /proc; elsewhere the figure is left out. */
function residentMemory(processId: number): string {
  try {
    const status = readFileSync(`/proc/${processId}/status`, 'utf8');
    const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]);
    return `${Math.round(kilobytes / 1024)} MB`;
  } catch {
    return 'unknown';
  }
}
