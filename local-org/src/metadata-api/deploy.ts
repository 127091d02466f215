/**
 * Deploys a zip file ("deploy()", Metadata API Developer Guide): whole or not at all, unless errors may be left out. What the archive leaves
 * of the org is compiled first; nothing is written before all of it is found to work.
 */
import { ZipError } from '../archive/zip-error.ts';
import { type ComponentName, componentKey, fileOf, saysSame, type SourceComponent } from '../metadata/components.ts';
import { mergeComponent } from '../metadata/merge.ts';
import type { Metadata } from '../metadata/metadata.ts';
import { SourceError } from '../metadata/xml.ts';
import type { ComponentChange } from '../org/deployed-source.ts';
import type { Org } from '../org/org.ts';
import type { StagedDeploy } from '../org/staged-deploy.ts';
import type { Schema } from '../schema/model.ts';
import { shownPath } from './component-path.ts';
import { deletedWith } from './deleted-with.ts';
import type { DeployMessage, DeployOptions, DeployOutcome } from './deploy-result.ts';
import { type Fault, readPackages, type Requested } from './read-packages.ts';
import { runDeployTests } from './run-deploy-tests.ts';

export interface BrokenReference {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Finds what metadata names and what does not exist. */
export type ReferenceCheck = (metadata: Metadata, schema: Schema) => readonly BrokenReference[];

interface Step extends ComponentName {
  readonly file: string;
  readonly change: ComponentChange;
  readonly kind: 'created' | 'changed' | 'deleted' | 'unchanged';
}

export function deploy(org: Org, zip: Uint8Array, options: DeployOptions, check: ReferenceCheck): DeployOutcome {
  try {
    return deployRequested(org, readPackages(zip, options), options, check);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    const statusCode = error.isTooLarge ? 'LIMIT_EXCEEDED' : 'INVALID_ZIP_FILE';
    return { status: 'Failed', messages: [], tests: undefined, error: { statusCode, message: error.message } };
  }
}

/** As a deploy of an archive that asks for this. */
export function deployRequested(
  org: Org,
  requested: Requested,
  options: DeployOptions,
  check: ReferenceCheck,
): DeployOutcome {
  return new Deploy(org, options, check).run(requested);
}

class Deploy {
  readonly #org: Org;
  readonly #options: DeployOptions;
  readonly #check: ReferenceCheck;
  readonly #faults: Fault[] = [];
  readonly #now: string;

  constructor(org: Org, options: DeployOptions, check: ReferenceCheck) {
    this.#org = org;
    this.#options = options;
    this.#check = check;
    this.#now = new Date(org.clock.now()).toISOString();
  }

  run(requested: Requested): DeployOutcome {
    this.#faults.push(...requested.faults);
    let steps = this.#steps(requested);
    if (this.#mustStop()) return this.#failed(steps);
    for (;;) {
      const staged = this.#org.stage(steps.map(({ change }) => change));
      const faults = this.#faultsOf(staged, steps);
      this.#faults.push(...faults);
      if (this.#mustStop()) return this.#failed(steps);
      if (faults.length === 0) return this.#finish(staged, steps);
      const broken = new Set(faults.map(componentKey));
      const left = steps.filter((step) => !broken.has(componentKey(step)));
      // What breaks something else is not known by name: then nothing can be left out.
      if (left.length === steps.length) return this.#failed(steps);
      steps = left;
    }
  }

  /** Tests run on what would be deployed; all of it stays undone when one fails. */
  #finish(staged: StagedDeploy, steps: readonly Step[]): DeployOutcome {
    const code = steps.filter(({ type, kind }) => /^Apex(Class|Trigger)$/.test(type) && kind !== 'deleted');
    const tests = runDeployTests(this.#org, staged, this.#options, new Set(code.map(({ fullName }) => fullName)));
    const testsFailed = tests !== undefined && (tests.numFailures > 0 || tests.codeCoverageWarnings.length > 0);
    if (testsFailed) return { status: 'Failed', messages: this.#messages(steps), tests };
    try {
      this.#org.commit(staged, this.#options);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      this.#faults.push(faultAt(steps, error.file, error.line, error.reason));
      return { ...this.#failed(steps), tests };
    }
    const status = this.#hasErrors() ? 'SucceededPartial' : 'Succeeded';
    return { status, messages: this.#messages(steps), tests };
  }

  #failed(steps: readonly Step[]): DeployOutcome {
    return { status: 'Failed', messages: this.#messages(steps), tests: undefined };
  }

  #hasErrors(): boolean {
    return this.#faults.some(({ isWarning = false }) => !isWarning || !this.#options.ignoreWarnings);
  }

  #mustStop(): boolean {
    return this.#options.rollbackOnError && this.#hasErrors();
  }

  #steps({ components, deletions }: Requested): Step[] {
    const current = this.#org.components();
    const steps = new Map<string, Step>();
    for (const name of deletions) {
      const found = deletedWith(name, current);
      for (const component of found) {
        const change = { ...component, source: undefined };
        steps.set(componentKey(component), { ...component, file: name.file, change, kind: 'deleted' });
      }
      if (found.length > 0) continue;
      this.#faults.push({ ...name, message: `No ${name.type} named: ${name.fullName} found`, isWarning: true });
    }
    for (const component of components) {
      const key = componentKey(component);
      steps.set(key, stepTo(component, current.get(key)));
    }
    return [...steps.values()];
  }

  /** What would not work any more, or refer to nothing. */
  #faultsOf(staged: StagedDeploy, steps: readonly Step[]): Fault[] {
    const known = new Set(this.#check(this.#org.metadata, this.#org.schema).map(referenceKey));
    const references = this.#check(staged.deployment.metadata, staged.deployment.schema);
    return [
      ...staged.problems.map(({ file, line, column, message }) => ({ ...faultAt(steps, file, line, message), column })),
      ...references
        .filter((reference) => !known.has(referenceKey(reference)))
        .map(({ file, line, message }) => faultAt(steps, file, line, message)),
    ];
  }

  #messages(steps: readonly Step[]): DeployMessage[] {
    const faulty = new Set(this.#faults.map(componentKey));
    const done = steps.filter((step) => !faulty.has(componentKey(step)));
    const manifest = { changed: true, created: false, deleted: false, success: true, createdDate: this.#now };
    return [
      { ...manifest, componentType: '', fileName: 'package.xml', fullName: 'package.xml' },
      ...done.map(({ type, fullName, file, kind }) => ({
        componentType: type,
        fullName,
        fileName: file,
        changed: kind !== 'unchanged',
        created: kind === 'created',
        deleted: kind === 'deleted',
        success: true,
        createdDate: this.#now,
      })),
      ...this.#faults.map((fault) => this.#failure(fault)),
    ];
  }

  #failure({ type, fullName, file, message, line, column, isWarning = false }: Fault): DeployMessage {
    return {
      componentType: type,
      fullName,
      fileName: file,
      changed: false,
      created: false,
      deleted: false,
      success: isWarning && this.#options.ignoreWarnings,
      createdDate: this.#now,
      problem: message,
      problemType: isWarning ? 'Warning' : 'Error',
      ...(line === undefined ? {} : { lineNumber: line, columnNumber: column ?? 1 }),
    };
  }
}

/** What the org has of the component and the archive does not say stays. */
function stepTo(component: SourceComponent, current: SourceComponent | undefined): Step {
  const { type, fullName, root } = component;
  const merged = current === undefined ? root : mergeComponent(current.root, root);
  const source = merged === root ? component.source : fileOf(component.source, merged);
  const isSame = current !== undefined && saysSame({ ...component, source, root: merged }, current);
  const kind = current === undefined ? 'created' : isSame ? 'unchanged' : 'changed';
  return { type, fullName, file: shownPath(component.source.file), change: { type, fullName, source }, kind };
}

/** The component that stands at this place; else the file itself, which the deploy does not touch but breaks. */
function faultAt(steps: readonly Step[], file: string, line: number, message: string): Fault {
  const inFile = steps.filter(({ change: { source } }) =>
    [source, ...(source?.content ?? [])].some((part) => part !== undefined && `/${file}`.endsWith(`/${part.file}`)),
  );
  const lineOf = ({ change }: Step) => change.source?.facts.get('xml', () => ({ line: 1 })).line ?? 1;
  const before = inFile.filter((step) => lineOf(step) <= line).sort((left, right) => lineOf(right) - lineOf(left));
  const step = (inFile.length > 1 ? before : inFile).at(0);
  if (step === undefined) return { type: '', fullName: file.slice(file.lastIndexOf('/') + 1), file, line, message };
  return { type: step.type, fullName: step.fullName, file: step.file, line, message };
}

function referenceKey({ file, line, message }: BrokenReference): string {
  return `${file} ${line} ${message}`;
}
