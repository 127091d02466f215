/**
 * `npm run check`: everything that must hold of the sources, offline. Words as arguments choose the checks whose name has one
 * of them. Ends with a line `checks: N passed, N failed`.
 */
import { apexRules } from './checks/apex-rules.ts';
import { apexSyntax } from './checks/apex-syntax.ts';
import { apexTypes } from './checks/apex-types.ts';
import { format, type Check } from './checks/check.ts';
import { componentBundles } from './checks/component-bundles.ts';
import { dataAccess } from './checks/data-access.ts';
import { flowRules } from './checks/flow-rules.ts';
import { eslint, prettier, sldsLinter } from './checks/formatting.ts';
import { layerDirection } from './checks/layers.ts';
import { describedFields, metadataTypes } from './checks/metadata-source.ts';
import { packaging } from './checks/packaging.ts';
import { reachable, references } from './checks/references.ts';
import { reviewSheet } from './checks/review-sheet.ts';
import { featureDirection, localOrgIsNeutral } from './checks/structure.ts';
import { typescriptOfApp, typescriptOfComponents, typescriptOfTools } from './checks/typescript.ts';
import { vulnerableLibraries } from './checks/vulnerable-libraries.ts';

/** The longest comes first, so that the others run beside it. */
const checks: readonly Check[] = [
  dataAccess,
  localOrgIsNeutral,
  featureDirection,
  layerDirection,
  describedFields,
  metadataTypes,
  references,
  reachable,
  reviewSheet,
  typescriptOfTools,
  typescriptOfApp,
  typescriptOfComponents,
  prettier,
  eslint,
  sldsLinter,
  apexSyntax,
  apexTypes,
  apexRules,
  flowRules,
  vulnerableLibraries,
  componentBundles,
  packaging,
];

/** Checks that run beside each other: most wait for a program that keeps one processor busy. */
const AT_ONCE = 2;

/** Findings shown for one check. */
const SHOWN = 60;

async function passes(check: Check): Promise<boolean> {
  const started = Date.now();
  const findings = await check
    .run()
    .catch((error: unknown) => [{ message: error instanceof Error ? (error.stack ?? error.message) : String(error) }]);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${findings.length === 0 ? 'ok    ' : 'FAILED'} ${check.name} (${seconds} s)\n`);
  for (const finding of findings.slice(0, SHOWN)) process.stdout.write(`       ${format(finding)}\n`);
  if (findings.length > SHOWN) process.stdout.write(`       … and ${findings.length - SHOWN} more\n`);
  return findings.length === 0;
}

const words = process.argv.slice(2).map((word) => word.toLowerCase());
const chosen = checks.filter(
  (check) => words.length === 0 || words.some((word) => check.name.toLowerCase().includes(word)),
);
const waiting = [...chosen];
let passed = 0;
/** Takes one check after another. */
async function work(): Promise<void> {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) if (await passes(check)) passed += 1;
}
await Promise.all(Array.from({ length: AT_ONCE }, work));
process.stdout.write(`\nchecks: ${passed} passed, ${chosen.length - passed} failed\n`);
process.exitCode = passed === chosen.length && chosen.length > 0 ? 0 : 1;
