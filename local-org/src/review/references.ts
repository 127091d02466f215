/** Finds metadata that refers to what does not exist: a deploy to the platform would be refused for it. */
import type { Metadata } from '../metadata/metadata.ts';
import { DeployedSource } from '../org/deployed-source.ts';
import { makeDeployment } from '../org/deployment.ts';
import { DeployProgress } from '../org/deploy-report.ts';
import type { Schema } from '../schema/model.ts';
import { checkAutomation } from './automation.ts';
import { Catalogue, type BrokenReference } from './catalogue.ts';
import { checkComponents } from './components.ts';
import { checkLayouts } from './layouts.ts';
import { checkObjects } from './objects.ts';
import { checkPages } from './pages.ts';
import { checkPeople } from './people.ts';
import { checkPermissionSets } from './permission-sets.ts';
import { checkAnalytics } from './reports.ts';

export function brokenReferences(metadata: Metadata, schema: Schema): BrokenReference[] {
  const catalogue = new Catalogue(metadata, schema);
  checkPermissionSets(catalogue);
  checkObjects(catalogue);
  checkLayouts(catalogue);
  checkPages(catalogue);
  checkComponents(catalogue);
  checkAutomation(catalogue);
  checkPeople(catalogue);
  checkAnalytics(catalogue);
  return sorted(catalogue.broken);
}

/** Of a project that is not deployed: also what its formulas, rules, flows, pages and Apex name. */
export function brokenReferencesOfProject(roots: readonly string[]): BrokenReference[] {
  const options = {
    projectRoots: roots,
    keyPrefixes: new Map<string, string>(),
    deployed: DeployedSource.none,
    database: ':memory:',
    tolerant: true,
  };
  const { metadata, schema, report } = makeDeployment(options, new DeployProgress(() => undefined));
  return sorted([...report.problems, ...brokenReferences(metadata, schema)]);
}

function sorted(broken: readonly BrokenReference[]): BrokenReference[] {
  return [...broken].sort((left, right) => left.file.localeCompare(right.file) || left.line - right.line);
}
