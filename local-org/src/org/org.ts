/** An org: a project's source deployed onto a database, and every service that runs it. Puts the layers together. */
import { MovableClock } from '../async/clock.ts';
import { JobQueue } from '../async/job-queue.ts';
import type { ApprovalEngine } from '../automation/approvals/engine.ts';
import type { DuplicateEngine } from '../automation/duplicates/engine.ts';
import type { WorkflowEngine } from '../automation/workflow/engine.ts';
import { SaveService } from '../automation/save.ts';
import { permissionSource } from '../database/security/permissions/permission-source.ts';
import { Security } from '../database/security/security.ts';
import { sharingRules } from '../database/security/sharing/sharing-rules.ts';
import type { Clock, DmlService, OrgServices, UserContext } from '../database/services.ts';
import { QueryEngine } from '../database/soql/query-engine.ts';
import { Store } from '../database/store.ts';
import { runTransaction, type Transaction, type TransactionOptions } from '../database/transaction.ts';
import type { ApexEngine } from '../apex/engine.ts';
import type { TestRunResult } from '../apex/test-runner/results.ts';
import { runTests, type TestHost, type TestRunOptions } from '../apex/test-runner/run-tests.ts';
import { markBounced } from '../email/mark-bounced.ts';
import { Emails } from '../email/email-service.ts';
import type { FlowEngine } from '../flow/flow-engine.ts';
import { projectComponents, type SourceComponent } from '../metadata/components.ts';
import type { Metadata } from '../metadata/metadata.ts';
import { failAtOnce } from '../metadata/source-faults.ts';
import type { SourceProject } from '../project/source-project.ts';
import { OrgError } from '../schema/errors.ts';
import type { OrgCurrencies } from '../schema/currencies.ts';
import type { ObjectSchema, Schema } from '../schema/model.ts';
import type { FieldValue } from '../schema/values/index.ts';
import { BackgroundWork } from './background-work.ts';
import { defaultRecordType } from './default-record-type.ts';
import { type DeployPhase, DeployProgress, type DeployReport } from './deploy-report.ts';
import { type ComponentChange, DeployedSource } from './deployed-source.ts';
import { type Deployment, type DeploymentOptions, makeDeployment } from './deployment.ts';
import { type FlowTestResult, runFlowTest } from './flow-tests.ts';
import { type Fingerprint, isSame } from './fingerprint.ts';
import { formulaGlobal } from './formula-globals.ts';
import { keepKeyPrefixes, keptKeyPrefixes, storedKeyPrefixes } from './key-prefixes.ts';
import { OrgTable } from './org-table.ts';
import { LogIns, type LogInSource } from './log-ins.ts';
import { Passwords } from './passwords.ts';
import { setUpCurrencies } from './setup/currencies.ts';
import { checkPassword, securityPolicy } from './security-policy.ts';
import { Sessions } from './sessions.ts';
import { StagedDeploy } from './staged-deploy.ts';
import { UserLogins } from './user-logins.ts';
import { recalculateRollUps } from './recalculate-roll-ups.ts';
import { syncMetadataRows } from './setup/deploy-rows.ts';
import { addFirstRows, defaultNewOrg, type FirstIds, type NewOrg } from './setup/first-rows.ts';
import { RowSync } from './setup/sync-rows.ts';
import { Users } from './users.ts';
import { Pages } from '../visualforce/pages.ts';
import { PdfFiles } from '../visualforce/pdf-files.ts';

/** Counts up when set-up makes other rows from the same source. */
const SETUP_VERSION = 3;

export interface OrgOptions {
  /** Folders of SFDX projects or of source; all of them are deployed together. */
  readonly projectRoots: readonly string[];
  /** Source that is no folder, for tests. */
  readonly project?: SourceProject;
  /** Path of the database file, or `:memory:`. */
  readonly database: string;
  readonly clock?: Clock;
  /** Of an org with several; else the scratch org definition of the project decides. */
  readonly currencies?: OrgCurrencies;
  /** What a new database is set up with. */
  readonly newOrg?: Partial<NewOrg>;
  /** Count how often each line of Apex runs. */
  readonly coverage?: boolean;
  /** Leave out what cannot be read or compiled, each file and method for itself, and say so in the report. */
  readonly tolerant?: boolean;
  readonly onPhase?: (phase: DeployPhase) => void;
  /** Told of what a page asks for that PDF files cannot have. */
  readonly onPdfProblem?: (problem: string) => void;
  /** Told of asynchronous jobs that failed. */
  readonly onJobFailed?: (label: string, error: unknown) => void;
}

export class Org implements OrgServices {
  readonly clock: Clock;
  readonly store: Store;
  readonly dml: DmlService = new SaveService();
  readonly email: Emails;
  readonly pages: Pages;
  readonly async: JobQueue;
  readonly background: BackgroundWork;
  /** Of people and clients who have logged in. */
  readonly sessions: Sessions;
  readonly #options: OrgOptions;
  readonly #table: OrgTable;
  readonly #users: Users;
  readonly #passwords: Passwords;
  readonly #userLogins: UserLogins;
  readonly #logIns: LogIns;
  readonly #ids: FirstIds;
  /** Whether the database was made by this opening. */
  readonly isNew: boolean;
  #deployment: Deployment;
  #deployed: DeployedSource;
  #report: DeployReport;
  #security: Security;
  #query: QueryEngine;

  /** Throws `SourceError` for source that cannot be deployed, and the errors of `openDatabase`. */
  static open(options: OrgOptions): Org {
    const progress = new DeployProgress(options.onPhase ?? (() => {}));
    const keyPrefixes = storedKeyPrefixes(options.database);
    const deployed = DeployedSource.stored(options.database);
    const deployment = makeDeployment({ ...options, keyPrefixes, deployed }, progress);
    const store = progress.run('Open database', () => Store.open(options.database, deployment.schema));
    try {
      return new Org(options, store, deployment, deployed, progress);
    } catch (error) {
      store.close();
      throw error;
    }
  }

  private constructor(
    options: OrgOptions,
    store: Store,
    deployment: Deployment,
    deployed: DeployedSource,
    progress: DeployProgress,
  ) {
    this.#options = options;
    this.#deployed = deployed;
    this.clock = options.clock ?? new MovableClock();
    this.store = store;
    this.#table = new OrgTable(store);
    this.#users = new Users(store);
    this.#userLogins = new UserLogins(store);
    this.#passwords = new Passwords({
      store,
      clock: this.clock,
      logins: this.#userLogins,
      policy: () => securityPolicy(this.metadata),
    });
    this.#logIns = new LogIns(store, this.clock);
    this.sessions = new Sessions({
      store,
      clock: this.clock,
      organizationId: () => this.organizationId,
      seconds: () => securityPolicy(this.metadata).sessionSeconds,
    });
    this.#deployment = deployment;
    this.#security = this.#makeSecurity();
    this.#query = this.#makeQuery();
    this.isNew = this.#table.get('first ids') === undefined;
    this.#ids = this.#setUp();
    setUpCurrencies(this.#rowSync(this.#ids), deployment.currencies);
    this.#deployRows(progress);
    this.#report = { ...deployment.report, phases: progress.phases };
    this.async = new JobQueue({
      store,
      services: this,
      transaction: (user, transactionOptions, fn) => this.transaction(user, fn, transactionOptions),
      automatedUser: () => this.user(this.#ids.automated),
      publishesImmediately: (event) =>
        this.metadata.objects.get(event.name)?.definition?.publishBehavior === 'PublishImmediately',
      jobsQueued: () => this.background.wake(),
      jobFailed: (job, error) => options.onJobFailed?.(job.label, error),
    });
    this.background = new BackgroundWork(this.async);
    const pdf = new PdfFiles(() => this.metadata, options.onPdfProblem ?? (() => {}));
    this.pages = new Pages(() => this.#deployment, pdf);
    this.email = new Emails({
      bounced: (sentEmailId) => this.transaction(this.user(this.#ids.automated), (tx) => markBounced(tx, sentEmailId)),
    });
  }

  get schema(): Schema {
    return this.#deployment.schema;
  }

  get metadata(): Metadata {
    return this.#deployment.metadata;
  }

  get apex(): ApexEngine {
    return this.#deployment.apex;
  }

  get flows(): FlowEngine {
    return this.#deployment.flows;
  }

  get approvals(): ApprovalEngine {
    return this.#deployment.approvals;
  }

  get duplicates(): DuplicateEngine {
    return this.#deployment.duplicates;
  }

  get workflow(): WorkflowEngine {
    return this.#deployment.workflow;
  }

  get security(): Security {
    return this.#security;
  }

  get query(): QueryEngine {
    return this.#query;
  }

  /** What the last deploy said. */
  get report(): DeployReport {
    return this.#report;
  }

  get organizationId(): string {
    return this.#ids.organization;
  }

  get name(): string {
    const object = this.schema.require('Organization');
    return String(this.store.getRows(object, [this.#ids.organization]).get(this.#ids.organization)?.get('Name'));
  }

  /** The administrator the org was set up with. */
  get administrator(): UserContext {
    return this.user(this.#ids.administrator);
  }

  /** The active user of this username, in any case. */
  findUser(username: string): UserContext | undefined {
    return this.#users.byUsername(username);
  }

  user(id: string): UserContext {
    return this.#users.byId(id);
  }

  defaultRecordType(user: UserContext, object: ObjectSchema): string | null {
    return defaultRecordType(this.store, this.metadata, user, object);
  }

  formulaGlobal(tx: Transaction, path: string): FieldValue {
    return formulaGlobal(tx, this.metadata, path);
  }

  /** Runs `fn` in a transaction as the user: committed when it returns, undone when it throws. */
  transaction<T>(user: UserContext, fn: (tx: Transaction) => T, options: TransactionOptions = {}): T {
    return runTransaction(this.store, this, user, options, fn);
  }

  /** Throws `OrgError('INVALID_LOGIN')` for whatever reason the user cannot log in. */
  authenticate(username: string, password: string, source: LogInSource): UserContext {
    const user = this.#users.byUsername(username);
    const status = user === undefined ? undefined : this.#passwords.check(user.id, password);
    if (user !== undefined && status !== undefined) this.#logIns.record(user.id, source, status);
    if (user === undefined || status !== 'Success') {
      throw new OrgError('INVALID_LOGIN', 'Invalid username, password, security token; or user locked out.');
    }
    return user;
  }

  /** Whether an administrator keeps the user out for now: sessions are over too ("Freeze or Unfreeze User Accounts", Salesforce Help). */
  isFrozen(userId: string): boolean {
    return this.#userLogins.isFrozen(userId);
  }

  /** Throws `OrgError('INVALID_NEW_PASSWORD')` for a password that the org's policy forbids people to choose. */
  checkPassword(password: string): void {
    checkPassword(securityPolicy(this.metadata), password);
  }

  setPassword(userId: string, password: string): void {
    this.#passwords.set(this.user(userId).id, password);
  }

  /** Runs asynchronous work that is due, and what that queues; answers how many parts ran. */
  drainAsync(): number {
    return this.async.drain();
  }

  /**
   * Deploys the source as it is now, between two transactions. When it cannot be deployed (`SourceError`) the org stays as it
   * was. Answers the report, and undefined when nothing has changed.
   */
  redeploy(): DeployReport | undefined {
    const progress = new DeployProgress(this.#options.onPhase ?? (() => {}));
    const deployment = makeDeployment(this.#deploymentOptions(this.#deployed), progress, this.#deployment);
    if (isSame(deployment.fingerprint, this.#deployment.fingerprint)) return undefined;
    return this.#take(deployment, this.#deployed, progress);
  }

  /** The components that the org has, by `componentKey`. */
  components(): ReadonlyMap<string, SourceComponent> {
    return projectComponents(this.#deployment.project);
  }

  /** Compiles the org as these changes would leave it, and changes nothing. */
  stage(changes: readonly ComponentChange[]): StagedDeploy {
    const { folders } = this.#deployment;
    const deployed = this.#deployed.with(changes, folders);
    const options = { ...this.#deploymentOptions(deployed), project: folders, listsFaults: true };
    const progress = new DeployProgress(() => {});
    const deployment = { ...makeDeployment(options, progress, this.#deployment), onFault: failAtOnce };
    const compileForCoverage = () => makeDeployment({ ...options, coverage: true }, progress);
    return new StagedDeploy(deployment, compileForCoverage, this.#deployment, deployed);
  }

  /**
   * Deploys what was staged, whole or not at all; nothing else may have been deployed meanwhile. To check only, all is undone.
   * Throws `SourceError` for records that the metadata cannot have.
   */
  commit({ deployment, deployed }: StagedDeploy, { checkOnly = false } = {}): void {
    this.#take(deployment, deployed, new DeployProgress(this.#options.onPhase ?? (() => {})), checkOnly);
  }

  /** Runs Apex tests in an org of their own, which has what every org has and none of this one's records. */
  runTests(options: Omit<TestRunOptions, 'host'>, deployment = this.#deployment): TestRunResult {
    return this.#inScratch((scratch) => {
      const host: TestHost = {
        transaction: (transactionOptions, fn) => scratch.transaction(scratch.administrator, fn, transactionOptions),
        prepare: () => scratch.query.keepDefinitions(),
      };
      return runTests(deployment.apex.program, deployment.apexErrors, { ...options, host });
    }, deployment);
  }

  /** Runs the flow tests of the project, in an org of their own. */
  runFlowTests(): FlowTestResult[] {
    return this.#inScratch((scratch) =>
      this.flows.testNames.map((name) =>
        scratch.transaction(scratch.administrator, (tx) => runFlowTest(tx, this.flows, name), {
          isTest: true,
          rollback: true,
        }),
      ),
    );
  }

  #inScratch<T>(fn: (scratch: Org) => T, deployment = this.#deployment): T {
    const progress = new DeployProgress(() => {});
    const store = Store.open(':memory:', deployment.schema);
    const options = { ...this.#options, database: ':memory:' };
    const scratch = new Org(options, store, deployment, DeployedSource.none, progress);
    try {
      return fn(scratch);
    } finally {
      scratch.close();
    }
  }

  close(): void {
    this.background.stop();
    this.store.close();
  }

  #deploymentOptions(deployed: DeployedSource): DeploymentOptions {
    return { ...this.#options, keyPrefixes: keptKeyPrefixes(this.store), deployed };
  }

  /** Takes over a deployment, in one transaction: when it fails or is undone the org has the former one. */
  #take(deployment: Deployment, deployed: DeployedSource, progress: DeployProgress, rollback = false): DeployReport {
    const former = this.#deployment;
    let keep = false;
    try {
      this.store.atomically(
        () => {
          if (deployed !== this.#deployed) deployed.save(this.store);
          this.#use(deployment, progress);
          this.#deployRows(progress);
        },
        { rollback },
      );
      keep = !rollback;
    } finally {
      if (!keep) this.#use(former, progress);
    }
    if (!keep) return this.#report;
    this.#deployed = deployed;
    this.#report = { ...deployment.report, phases: progress.phases };
    return this.#report;
  }

  #use(deployment: Deployment, progress: DeployProgress): void {
    if (deployment.schema !== this.store.schema) {
      progress.run('Change database', () => this.store.useSchema(deployment.schema));
    }
    this.#deployment = deployment;
    this.#security = this.#makeSecurity();
    this.#query = this.#makeQuery();
  }

  #makeSecurity(): Security {
    const { metadata } = this.#deployment;
    return new Security(this.store, permissionSource(metadata), sharingRules(metadata), this.clock);
  }

  #makeQuery(): QueryEngine {
    return new QueryEngine(this.store, this.#security, {
      AuthSession: () => this.sessions.refresh(),
      UserLogin: () => this.#userLogins.refresh((userId) => this.#passwords.isLocked(userId)),
    });
  }

  /** The ids of the first rows; a new database gets them. */
  #setUp(): FirstIds {
    const kept = this.#table.get('first ids');
    if (kept !== undefined) return JSON.parse(kept) as FirstIds;
    const newId = (object: string) => this.store.newId(this.schema.require(object));
    return this.store.atomically(() => {
      const ids = { organization: newId('Organization'), administrator: newId('User'), automated: newId('User') };
      addFirstRows(this.#rowSync(ids), { ...defaultNewOrg, ...this.#options.newOrg }, ids);
      this.#table.set('first ids', JSON.stringify(ids));
      return ids;
    });
  }

  /** Rows of metadata, when the source is not the one they were made from. */
  #deployRows(progress: DeployProgress): void {
    const { schema, metadata, fingerprint, onFault } = this.#deployment;
    const kept = JSON.parse(this.#table.get('deployed') ?? '{}') as Partial<Fingerprint & { setup: number }>;
    if (kept.setup === SETUP_VERSION && isSame(fingerprint, kept)) return;
    this.store.atomically(() => {
      progress.run('Deploy metadata', () => {
        keepKeyPrefixes(this.store, schema);
        syncMetadataRows(this.#rowSync(this.#ids), schema, metadata, onFault);
        this.#table.set('deployed', JSON.stringify({ ...fingerprint, setup: SETUP_VERSION }));
      });
      if (isSame(fingerprint, kept, ['model'])) return;
      progress.run('Recalculate roll-ups', () => this.transaction(this.administrator, (tx) => recalculateRollUps(tx)));
    });
  }

  #rowSync(ids: FirstIds): RowSync {
    return new RowSync(this.store, this.clock.now(), ids.administrator);
  }
}
