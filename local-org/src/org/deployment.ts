/** Everything that follows from the project's source: made anew by every deploy, then never changed. */
import { ApexEngine } from '../apex/engine.ts';
import type { CompileError } from '../apex/parse/errors.ts';
import { ApprovalCatalogue } from '../automation/approvals/catalogue.ts';
import { ApprovalEngine } from '../automation/approvals/engine.ts';
import { DuplicateEngine } from '../automation/duplicates/engine.ts';
import { WorkflowCatalogue } from '../automation/workflow/catalogue.ts';
import { WorkflowEngine } from '../automation/workflow/engine.ts';
import { FlowEngine } from '../flow/flow-engine.ts';
import type { Metadata } from '../metadata/metadata.ts';
import { readMetadata } from '../metadata/read.ts';
import { failAtOnce, type OnSourceFault } from '../metadata/source-faults.ts';
import { loadProject } from '../project/load.ts';
import type { SourceProject } from '../project/source-project.ts';
import { type BuildOptions, type BuiltSchema, buildSchema } from '../schema/build.ts';
import { type OrgCurrencies, parseCurrencies } from '../schema/currencies.ts';
import { schemaKey } from '../schema/standard/catalogue.ts';
import { checkPages } from '../visualforce/check-pages.ts';
import { checkFormulas } from './check-formulas.ts';
import type { DeployedSource } from './deployed-source.ts';
import { type DeployProblem, type DeployProgress, type DeployReport, summarizeIgnored } from './deploy-report.ts';
import { mentionsOf } from './mentions.ts';
import { type Fingerprint, fingerprint, isSame, type SourcePart } from './fingerprint.ts';

export interface Deployment {
  /** Of the folders. */
  readonly folders: SourceProject;
  /** With what has been deployed besides. */
  readonly project: SourceProject;
  readonly fingerprint: Fingerprint;
  readonly metadata: Metadata;
  /** Of an org with several. */
  readonly currencies: OrgCurrencies | undefined;
  /** What the source names of the standard objects. */
  readonly mentioned: string;
  readonly schema: BuiltSchema;
  readonly formulaProblems: readonly DeployProblem[];
  readonly apex: ApexEngine;
  readonly apexErrors: readonly CompileError[];
  readonly flows: FlowEngine;
  readonly flowProblems: readonly DeployProblem[];
  readonly approvals: ApprovalEngine;
  readonly workflow: WorkflowEngine;
  readonly duplicates: DuplicateEngine;
  readonly processProblems: readonly DeployProblem[];
  /** Takes faults into the report, or throws them. */
  readonly onFault: OnSourceFault;
  readonly report: Omit<DeployReport, 'phases'>;
}

export interface DeploymentOptions {
  /** Folders of SFDX projects or of source. */
  readonly projectRoots: readonly string[];
  /** Source that is no folder, for tests. */
  readonly project?: SourceProject;
  readonly keyPrefixes: ReadonlyMap<string, string>;
  readonly deployed: DeployedSource;
  /** Of an org with several. Else the feature MultiCurrency of the project's scratch org definition decides. */
  readonly currencies?: OrgCurrencies;
  /** Count how often each line of Apex runs. */
  readonly coverage?: boolean;
  /** Leave out what cannot be read or compiled, each file and method for itself, and say so in the report. */
  readonly tolerant?: boolean;
  /** Say in the report what cannot be read, and do not throw the first of it. */
  readonly listsFaults?: boolean;
  /** Path of the database, beside which parsed Apex is kept for the next start. */
  readonly database: string;
}

/**
 * Reads and compiles; what follows from source that has not changed since `previous` is taken over from there. Throws
 * `SourceError` for source that cannot be deployed at all.
 */
export function makeDeployment(
  options: DeploymentOptions,
  progress: DeployProgress,
  previous?: Deployment,
): Deployment {
  const folders = progress.run(
    'Read source',
    () => options.project ?? loadProject(options.projectRoots, previous?.folders),
  );
  const project = options.deployed.over(folders);
  const parts = progress.run('Look for changes', () => fingerprint(project));
  const mentions = progress.run('Look for names', () => mentionsOf(project));
  const mentioned = schemaKey(mentions);
  const currencies = options.currencies ?? currenciesOf(project);
  const problems: DeployProblem[] = [];
  const onFault = options.tolerant === true || options.listsFaults === true ? collectInto(problems) : failAtOnce;
  const metadata = progress.run('Read metadata', () => readMetadata(project, onFault));
  const kept = (...sources: SourcePart[]) =>
    previous?.mentioned === mentioned && isSame(parts, previous.fingerprint, sources) ? previous : undefined;
  const model =
    kept('model') ??
    progress.run('Build schema', () => makeModel(metadata, { ...options, currencies, mentions, onFault }));
  const code =
    kept('model', 'code') ??
    progress.run('Compile Apex', () => makeCode(metadata, model.schema, options, previous?.apex));
  const processes =
    kept('model', 'code', 'flows') ??
    progress.run('Compile flows', () => makeFlows(metadata, model.schema, code.apex, onFault));
  const approvals =
    kept('model', 'flows') ?? progress.run('Compile processes', () => makeProcesses(metadata, model.schema));
  const stray = project.unrecognised.map((file) => ({ type: 'Unrecognised file', file, line: 1 }));
  const { schema, formulaProblems } = model;
  const { apex, apexErrors } = code;
  const { flows, flowProblems } = processes;
  problems.push(
    ...formulaProblems,
    ...apexErrors.map((error) => ({ kind: 'Apex' as const, ...error })),
    ...flowProblems,
    ...approvals.processProblems,
    ...checkPages(metadata).map((problem) => ({ kind: 'Visualforce' as const, ...problem })),
  );
  return {
    folders,
    project,
    fingerprint: parts,
    metadata,
    currencies,
    mentioned,
    schema,
    formulaProblems,
    apex,
    apexErrors,
    flows,
    flowProblems,
    approvals: approvals.approvals,
    workflow: approvals.workflow,
    duplicates: approvals.duplicates,
    processProblems: approvals.processProblems,
    onFault,
    report: {
      problems,
      ignored: summarizeIgnored([
        ...metadata.ignored,
        ...schema.ignored,
        ...flows.ignored,
        ...approvals.workflow.ignored(),
        ...approvals.duplicates.ignored,
        ...stray,
      ]),
      counts: countsOf(metadata),
    },
  };
}

/** A scratch org starts with the currency of its country alone ("MultiCurrency", Scratch Org Features). */
function currenciesOf({ features }: SourceProject): OrgCurrencies | undefined {
  const isOn = features?.some((feature) => feature.toLowerCase() === 'multicurrency') === true;
  return isOn ? parseCurrencies('USD') : undefined;
}

function makeModel(metadata: Metadata, options: BuildOptions): Pick<Deployment, 'schema' | 'formulaProblems'> {
  const schema = buildSchema(metadata, options);
  return { schema, formulaProblems: checkFormulas(schema) };
}

function makeCode(
  metadata: Metadata,
  schema: BuiltSchema,
  options: DeploymentOptions,
  former: ApexEngine | undefined,
): Pick<Deployment, 'apex' | 'apexErrors'> {
  const apex = new ApexEngine({ cacheFile: apexCacheFile(options.database), former });
  return { apex, apexErrors: apex.compileProject(metadata, schema, options).errors };
}

function makeFlows(
  metadata: Metadata,
  schema: BuiltSchema,
  apex: ApexEngine,
  onFault: OnSourceFault,
): Pick<Deployment, 'flows' | 'flowProblems'> {
  const flows = new FlowEngine(
    metadata.flows.values(),
    schema,
    (className) => apex.describeAction(className),
    onFault,
    metadata.flowTests.values(),
  );
  return { flows, flowProblems: flows.check().map((problem) => ({ kind: 'Flow' as const, ...problem })) };
}

function collectInto(problems: DeployProblem[]): OnSourceFault {
  return ({ file, line, reason }) => void problems.push({ kind: 'Metadata', file, line, message: reason });
}

function makeProcesses(
  metadata: Metadata,
  schema: BuiltSchema,
): Pick<Deployment, 'approvals' | 'workflow' | 'duplicates' | 'processProblems'> {
  const workflows = new WorkflowCatalogue(metadata.workflows, schema);
  const workflow = new WorkflowEngine(workflows, schema);
  const catalogue = new ApprovalCatalogue(metadata.approvalProcesses, schema, workflows);
  return {
    approvals: new ApprovalEngine(catalogue),
    workflow,
    duplicates: new DuplicateEngine(metadata.duplicateRules, metadata.matchingRules, schema),
    processProblems: [...workflow.check(), ...catalogue.check()].map((problem) => ({ kind: 'Process', ...problem })),
  };
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

/** Parsing Apex takes longer than all else at a start. A database in memory is gone with its process, and has no file beside it. */
function apexCacheFile(database: string): string | undefined {
  return database === ':memory:' ? undefined : `${database}.apex`;
}
