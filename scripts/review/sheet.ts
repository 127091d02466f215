/**
 * The security-review sheet: each entry point of the package's Apex, who may reach it, whether it enforces sharing, and the
 * tests that name its class. Generated from the sources, so that it cannot say anything else than they do.
 */
import path from 'node:path';
import prettier from 'prettier';
import { files, read } from '../checks/check.ts';
import { entryPoints, type EntryPoint } from './entry-points.ts';

/** From the repository's root. */
export const SHEET = 'manifest/security-review.md';

const INTRODUCTION = `# Security review: entry points

Everything that can start Apex of this package from outside, read from the sources by \`node scripts/security-review.ts\`; \`npm run check\` fails when it is not current.

- **Access**: the permission sets that grant the class. A class that the platform starts by itself (a trigger, a job, an invocable action of a flow) may need none.
- **Sharing**: what the class declares. The reason for anything but \`with sharing\` stands at the head of its class.
- **Tests**: test classes that name it.
`;

export async function securityReviewSheet(): Promise<string> {
  const access = grants();
  const tests = testSources();
  const rows = entryPoints().map((point) => row(point, access, tests));
  const table = [
    '| Entry point | Reached by | Access | Sharing | Tests |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
  const text = `${INTRODUCTION}\n${rows.length} entry points.\n\n${table}\n`;
  const options = await prettier.resolveConfig(SHEET);
  return prettier.format(text, { ...options, parser: 'markdown' });
}

function row(point: EntryPoint, access: ReadonlyMap<string, string[]>, tests: ReadonlyMap<string, string>): string {
  const granted = point.className === undefined ? [] : (access.get(point.className) ?? []);
  const naming = [...tests].filter(([, source]) =>
    new RegExp(`\\b${point.className ?? actionsOf(point)}\\b`).test(source),
  );
  return `| ${[point.name, point.reachedBy, granted.join(', ') || '–', point.sharing, naming.map(([name]) => name).join(', ') || '–'].join(' | ')} |`;
}

/** A trigger is tested through its object. */
function actionsOf(point: EntryPoint): string {
  return /trigger on (\w+)/.exec(point.reachedBy)?.[1] ?? point.name;
}

/** Permission sets by the class they grant. */
function grants(): Map<string, string[]> {
  const access = new Map<string, string[]>();
  for (const file of files('force-app/main/*/permissionsets/*.permissionset-meta.xml')) {
    const set = path.basename(file, '.permissionset-meta.xml');
    for (const [, body = ''] of read(file).matchAll(/<classAccesses>([\s\S]*?)<\/classAccesses>/g)) {
      const name = /<apexClass>(\w+)</.exec(body)?.[1];
      if (name === undefined || !/<enabled>true</.test(body)) continue;
      access.set(name, [...(access.get(name) ?? []), set]);
    }
  }
  return access;
}

function testSources(): Map<string, string> {
  return new Map(files('force-app/test/**/*Test.cls').map((file) => [path.basename(file, '.cls'), read(file)]));
}
