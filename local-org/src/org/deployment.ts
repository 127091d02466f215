/** Everything that follows from the project's source: made anew by every deploy, then never changed. */
import { ApexEngine } from '../apex/engine.ts';
import type { CompileError } from '../apex/parse/errors.ts';
import { FlowEngine } from '../flow/flow-engine.ts';
import type { Metadata } from '../metadata/metadata.ts';
import { readMetadata } from '../metadata/read.ts';
import { loadProject } from '../project/load.ts';
import type { SourceProject } from '../project/source-project.ts';
import { type BuiltSchema, buildSchema } from '../schema/build.ts';
import { checkFormulas } from './check-formulas.ts';
import { type DeployProblem, type DeployProgress, type DeployReport, summarizeIgnored } from './deploy-report.ts';
import { fingerprint } from './fingerprint.ts';

export interface Deployment {
  readonly fingerprint: string;
  readonly metadata: Metadata;
  readonly schema: BuiltSchema;
  readonly apex: ApexEngine;
  readonly flows: FlowEngine;
  readonly apexErrors: readonly CompileError[];
  readonly report: Omit<DeployReport, 'phases'>;
}

export interface DeploymentOptions {
  /** Folders of SFDX projects or of source. */
  readonly projectRoots: readonly string[];
  /** Source that is no folder, for tests. */
  readonly project?: SourceProject;
  readonly keyPrefixes: ReadonlyMap<string, string>;
  /** Count how often each line of Apex runs. */
  readonly coverage?: boolean;
}

/** Reads and compiles. Throws `SourceError` for source that cannot be deployed at all. */
export function makeDeployment(options: DeploymentOptions, progress: DeployProgress): Deployment {
  const project = progress.run('Read source', () => options.project ?? loadProject(options.projectRoots));
  const metadata = progress.run('Read metadata', () => readMetadata(project));
  const schema = progress.run('Build schema', () => buildSchema(metadata, { keyPrefixes: options.keyPrefixes }));
  const formulas = progress.run('Compile formulas', () => checkFormulas(schema));
  const apex = new ApexEngine();
  const apexErrors = progress.run('Compile Apex', () => apex.compileProject(metadata, schema, options).errors);
  const { flows, problems: flowProblems } = progress.run('Compile flows', () => compileFlows(metadata, schema, apex));
  const problems: DeployProblem[] = [
    ...formulas,
    ...apexErrors.map((error) => ({ kind: 'Apex' as const, ...error })),
    ...flowProblems,
  ];
  const stray = project.unrecognised.map((file) => ({ type: 'Unrecognised file', file, line: 1 }));
  return {
    fingerprint: fingerprint(project),
    metadata,
    schema,
    apex,
    flows,
    apexErrors,
    report: {
      problems,
      ignored: summarizeIgnored([...metadata.ignored, ...schema.ignored, ...flows.ignored, ...stray]),
      counts: countsOf(metadata),
    },
  };
}

function compileFlows(metadata: Metadata, schema: BuiltSchema, apex: ApexEngine) {
  const flows = new FlowEngine(metadata.flows.values(), schema, (className) => apex.describeAction(className));
  const problems = flows.check().map((problem) => ({ kind: 'Flow' as const, ...problem }));
  return { flows, problems };
}

function countsOf(metadata: Metadata): Record<string, number> {
  return {
    objects: metadata.objects.size,
    classes: metadata.apexClasses.size,
    triggers: metadata.triggers.size,
    flows: metadata.flows.size,
    components: metadata.lwcBundles.size,
    'permission sets': metadata.permissionSets.size,
    'metadata records': metadata.customMetadataRecords.size,
  };
}
