/**
 * What code that runs inside a transaction can ask of the org. The classes that do the work live in the layers to the
 * right (`apex`, `flow`, `automation`, `async`) and are wired together in `org/`; the layers to the left know only
 * these interfaces.
 */
import type { ObjectSchema, RecordTypeSchema, Schema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';
import type { FieldValue } from '../schema/values/index.ts';
import type { ApprovalService } from './approval-service.ts';
import type { WorkflowService } from './workflow-service.ts';
import type { DuplicateService } from './duplicate-service.ts';
import type { SoqlQuery } from './soql/ast.ts';
import type { SoslQuery } from './sosl/ast.ts';
import type { Transaction } from './transaction.ts';

/** The user a transaction runs as. */
export interface UserContext {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly profileId: string;
  readonly roleId: string | null;
  readonly timeZone: string;
  readonly locale: string;
  readonly language: string;
  /** That new records start with, in an org with several currencies. */
  readonly currency?: string;
}

/** Whether object and field permissions are enforced. */
export type AccessMode = 'user' | 'system';

/** The currency of the running user, or the one that a path of each row names. */
export type AmountsIn = 'user' | `${string}.CurrencyIsoCode`;

export interface QueryOptions {
  readonly mode: AccessMode;
  /** Whether record sharing is enforced (always when `mode` is `user`). */
  readonly sharing: boolean;
  /** Value of a bind expression; a list for `IN :list`. */
  readonly bind?: (bind: SoqlBind) => FieldValue | readonly FieldValue[];
  /** Include deleted rows (`ALL ROWS`, `queryAll`). */
  readonly allRows?: boolean;
  /** In an org with several currencies: the one in which amounts are added up; the corporate one when not given. */
  readonly amountsIn?: AmountsIn;
  /** Reports group by fields that SOQL does not take in `GROUP BY`: formulas, amounts, moments. */
  readonly groupsByAny?: boolean;
}

/** A `:expression` in a query: its source text, and for static queries the parser's node. */
export interface SoqlBind {
  readonly text: string;
  readonly node?: unknown;
}

/**
 * What a query selected, for clients that answer exactly that: records also hold ids and references that were not asked for,
 * as Apex sees them.
 */
export interface ResultShape {
  /** Names and aliases in the order selected; parents and children by their relationship names. */
  readonly names: readonly string[];
  readonly parents: ReadonlyMap<string, ResultShape>;
  readonly children: ReadonlyMap<string, ResultShape>;
  /** For a parent selected by TYPEOF: the shapes by object; others have this shape's own names. */
  readonly byObject?: ReadonlyMap<string, ResultShape>;
}

export interface QueryResult {
  readonly shape: ResultShape;
  readonly records: SObject[];
  /** Rows that match; for `COUNT()` the count, with no records. */
  readonly totalSize: number;
}

export interface QueryService {
  parse(soql: string): SoqlQuery;
  /** Counts against the transaction's limits. Throws `OrgError` with MALFORMED_QUERY, INVALID_TYPE, INVALID_FIELD, … */
  run(tx: Transaction, query: string | SoqlQuery, options: QueryOptions): QueryResult;
  /** As `run`, for what the platform itself looks up: nothing counts against the transaction's limits. */
  lookUp(tx: Transaction, query: string | SoqlQuery, options: QueryOptions): QueryResult;
  /**
   * A SOSL search: one result for each object of RETURNING, in that order. In tests it finds only what
   * `setFixedSearchResults` names.
   */
  search(tx: Transaction, query: string | SoslQuery, options: QueryOptions): SearchResult[];
}

export interface SearchResult {
  readonly object: ObjectSchema;
  readonly records: SObject[];
  readonly shape: ResultShape;
}

export interface DmlOptions {
  readonly mode: AccessMode;
  /** Whether record sharing decides what may be edited (always when `mode` is `user`). */
  readonly sharing: boolean;
  /** True: one bad record undoes all of them and the call throws `DmlError` (dml-error.ts). */
  readonly allOrNone: boolean;
  readonly duplicateRuleAllowSave?: boolean;
  readonly allowFieldTruncation?: boolean;
}

export interface SaveError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

export interface SaveResult {
  readonly id: string | null;
  readonly success: boolean;
  /** For upsert: whether the row was made. */
  readonly created: boolean;
  readonly errors: readonly SaveError[];
}

/** What to convert a lead to: ids and values that are null are made from the lead. */
export interface LeadConversionRequest {
  readonly leadId: string | null;
  readonly convertedStatus: string | null;
  readonly accountId: string | null;
  readonly contactId: string | null;
  readonly opportunityId: string | null;
  /** Values for the records, over those of the lead. */
  readonly account: SObject | null;
  readonly contact: SObject | null;
  readonly opportunity: SObject | null;
  readonly opportunityName: string | null;
  readonly createsOpportunity: boolean;
  readonly overwritesLeadSource: boolean;
  readonly ownerId: string | null;
}

export interface LeadConversion extends SaveResult {
  readonly leadId: string | null;
  readonly accountId: string | null;
  readonly contactId: string | null;
  readonly opportunityId: string | null;
}

/** The one way in for every write. Ids and defaults are set on the records given to `insert`. */
export interface DmlService {
  insert(tx: Transaction, records: readonly SObject[], options: DmlOptions): SaveResult[];
  update(tx: Transaction, records: readonly SObject[], options: DmlOptions): SaveResult[];
  upsert(tx: Transaction, records: readonly SObject[], externalIdField: string, options: DmlOptions): SaveResult[];
  delete(tx: Transaction, ids: readonly string[], options: DmlOptions): SaveResult[];
  undelete(tx: Transaction, ids: readonly string[], options: DmlOptions): SaveResult[];
  convertLeads(tx: Transaction, requests: readonly LeadConversionRequest[], options: DmlOptions): LeadConversion[];
  merge(tx: Transaction, master: SObject, duplicateIds: readonly string[], options: DmlOptions): SaveResult;
}

export type TriggerEvent =
  | 'before insert'
  | 'before update'
  | 'before delete'
  | 'after insert'
  | 'after update'
  | 'after delete'
  | 'after undelete';

export interface ActionParameter {
  readonly name: string;
  /** Apex type as declared, e.g. `List<Id>` or `MyClass.Request`. */
  readonly type: string;
  readonly label: string;
  readonly required: boolean;
  readonly description?: string;
}

export interface ActionDescription {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  /** True when inputs and outputs are wrapped in an `@InvocableVariable` class. */
  readonly inputs: readonly ActionParameter[];
  readonly outputs: readonly ActionParameter[];
}

/**
 * Values that cross between Apex and flows or JSON: field values, records, and lists and plain objects of them.
 */
export type DataValue = FieldValue | SObject | readonly DataValue[] | { readonly [name: string]: DataValue };

export interface ApexService {
  hasTriggers(object: ObjectSchema, event: TriggerEvent): boolean;
  /**
   * Runs the object's triggers for one batch of at most 200 records. `newRecords` is live in before events; `oldRecords` is by
   * position. `addError` leaves its errors on the records. An unhandled Apex exception leaves as
   * `OrgError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'TriggerName: execution of BeforeInsert\n\ncaused by: …')`, which becomes the
   * error of every record of the batch; limits and `NotSupported` leave as they are.
   */
  runTriggers(
    tx: Transaction,
    object: ObjectSchema,
    event: TriggerEvent,
    newRecords: readonly SObject[] | null,
    oldRecords: readonly SObject[] | null,
  ): void;
  describeAction(className: string): ActionDescription | undefined;
  /** Calls an `@InvocableMethod` once for all inputs; one output object per input. */
  invokeAction(
    tx: Transaction,
    className: string,
    inputs: readonly { readonly [name: string]: DataValue }[],
  ): { [name: string]: DataValue }[];
  /** Calls an `@AuraEnabled` method with JSON arguments by name; returns what Lightning would receive as JSON. */
  callAuraMethod(tx: Transaction, className: string, method: string, args: Record<string, unknown>): unknown;
  /** Dispatches to an `@RestResource` class; undefined when none maps the path. */
  callRestResource(tx: Transaction, request: RestRequestData): RestResponseData | undefined;
  executeAnonymous(tx: Transaction, source: string): AnonymousResult;
  /** Runs one queued unit of work: a queueable, future or scheduled call, or the triggers of platform events. */
  runJob(tx: Transaction, job: AsyncJob): void;
  /** The parts of a `BatchApex` job; each is called in a transaction of its own, `batchExecute` once for every scope in order. */
  batchStart(tx: Transaction, job: AsyncJob): BatchStart;
  /** Returns the instance's state for the next part (the same one unless it is `Database.Stateful`). */
  batchExecute(tx: Transaction, job: AsyncJob, state: unknown, scope: unknown): unknown;
  batchFinish(tx: Transaction, job: AsyncJob, state: unknown): void;
  /** Runs the `System.Finalizer` that the queueable attached, if any; `error` is what the queueable failed with. */
  runFinalizer(tx: Transaction, job: AsyncJob, finalizer: unknown, error: Error | undefined): void;
  /** Whether the class exists and the user may call it. */
  hasClass(name: string): boolean;
}

export interface RestRequestData {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface RestResponseData {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface AnonymousResult {
  readonly compiled: boolean;
  readonly success: boolean;
  readonly compileProblem: string | null;
  readonly exceptionMessage: string | null;
  readonly exceptionStackTrace: string | null;
  readonly line: number;
  readonly column: number;
  readonly debugLog: string;
}

/** What `start` of a batch class left: the instance's state, and the records or ids of each `execute`. */
export interface BatchStart {
  readonly state: unknown;
  readonly scopes: readonly unknown[];
}

/**
 * Work to do after the transaction that asked for it has committed. `payload` belongs to the layer that queued it; like a batch's
 * state and scopes it is kept as JSON, so that the job survives a restart.
 */
export interface AsyncJob {
  /** Id of the AsyncApexJob row. */
  readonly id: string;
  readonly kind: 'Queueable' | 'Future' | 'BatchApex' | 'ScheduledApex' | 'PlatformEvent' | 'ScheduledFlow';
  readonly label: string;
  readonly userId: string;
  readonly payload: unknown;
  readonly delaySeconds?: number;
  /** Apex class and method, as the AsyncApexJob row shows them. */
  readonly className?: string;
  readonly methodName?: string;
}

/** What a change event says of its change ("ChangeEventHeader Class", Apex Reference Guide). */
export interface ChangeHeader {
  readonly EntityName: string;
  readonly RecordIds: readonly string[];
  readonly ChangeType: 'CREATE' | 'UPDATE' | 'DELETE' | 'UNDELETE';
  readonly ChangeOrigin: string;
  readonly TransactionKey: string;
  readonly SequenceNumber: number;
  readonly CommitTimestamp: number;
  readonly CommitNumber: number;
  readonly CommitUser: string;
  readonly ChangedFields: readonly string[];
  readonly NulledFields: readonly string[];
  readonly DiffFields: readonly string[];
}
export interface AsyncService {
  /**
   * Queues the job when the transaction commits and returns its AsyncApexJob id (707…). Inside `Test.startTest` … `stopTest` the
   * job runs at `stopTest`.
   */
  enqueue(tx: Transaction, job: Omit<AsyncJob, 'id' | 'userId'>): string;
  /** Runs what was queued in this transaction now: everything (`Test.stopTest`), or one kind (`Test.getEventBus().deliver()`). */
  runPending(tx: Transaction, kind?: AsyncJob['kind']): void;
  /** Publishes platform events; immediate ones even when the transaction rolls back. */
  publish(tx: Transaction, events: readonly SObject[]): SaveResult[];
  /** Publishes change events, all of one object, with their headers. */
  publishChanges(tx: Transaction, events: readonly SObject[]): void;
  schedule(tx: Transaction, name: string, cron: string, className: string, payload: unknown): string;
  abort(tx: Transaction, jobId: string): void;
  /** `System.attachFinalizer`: what gives what `runFinalizer` gets, after the running job has ended, whether it failed or not. */
  attachFinalizer(tx: Transaction, finalizer: () => unknown): void;
}

export interface FlowOutputs {
  readonly [name: string]: DataValue;
}

export interface FlowService {
  /** Runs the before-save record-triggered flows; they assign fields of `newRecords` in place. */
  runBeforeSave(
    tx: Transaction,
    object: ObjectSchema,
    newRecords: readonly SObject[],
    oldRecords: readonly SObject[] | null,
  ): void;
  /** Runs the after-save record-triggered flows. A fault leaves its error on the record. */
  runAfterSave(
    tx: Transaction,
    object: ObjectSchema,
    newRecords: readonly SObject[],
    oldRecords: readonly SObject[] | null,
  ): void;
  runBeforeDelete(tx: Transaction, object: ObjectSchema, oldRecords: readonly SObject[]): void;
  /** Runs a queued `ScheduledFlow` job: a path of a flow that continues after the commit. */
  runJob(tx: Transaction, job: AsyncJob): void;
  /** Names of the variables that take input; undefined when there is no such flow. */
  inputsOf(flowName: string): readonly string[] | undefined;
  /** Runs an autolaunched flow with input variables; returns its output variables. */
  start(tx: Transaction, flowName: string, inputs: { readonly [name: string]: DataValue }): FlowOutputs;
}

/** Source of now; tests can move it. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

export interface EmailAttachment {
  readonly fileName: string;
  readonly contentType: string | null;
  readonly body: Uint8Array;
  readonly inline?: boolean;
}

/** An email as `Messaging.SingleEmailMessage`, email alerts and flows describe it. */
export interface OutgoingEmail {
  /** Addresses, or ids of users, contacts and leads. */
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  /** Whom a template is merged for: a contact, lead or user. */
  readonly targetObjectId?: string | null;
  /** Whether the target is a recipient too; it is unless this says `false`. */
  readonly targetIsRecipient?: boolean;
  /** What a template is merged with, and what the email is filed under. */
  readonly whatId?: string | null;
  readonly templateId?: string | null;
  readonly subject?: string | null;
  readonly text?: string | null;
  readonly html?: string | null;
  /** Merge the fields that subject and bodies name, as in a template. */
  readonly bodiesAreTemplates?: boolean;
  readonly attachments?: readonly EmailAttachment[];
  /** Ids of ContentVersion, Attachment and Document rows. */
  readonly entityAttachments?: readonly string[];
  readonly orgWideEmailAddressId?: string | null;
  readonly replyTo?: string | null;
  readonly senderDisplayName?: string | null;
  readonly references?: string | null;
  readonly inReplyTo?: string | null;
  /** A copy to the sender. */
  readonly bccSender?: boolean;
  /** Whether the email is filed as an activity; unless `false` it is. */
  readonly saveAsActivity?: boolean;
  /** What happens to recipients who opted out of email; `SEND` when left out. */
  readonly optOutPolicy?: 'SEND' | 'FILTER' | 'REJECT';
}

/** Subject and bodies with all merge fields replaced. */
export interface RenderedEmail {
  readonly subject: string;
  readonly text: string | null;
  readonly html: string | null;
}

export interface EmailService {
  /**
   * Sends with the transaction: what is rolled back was never sent. Answers per email what is wrong with it, null when it went
   * out; with `allOrNone` one bad email keeps back all. Counts recipients against the day's limit, and no invocation.
   */
  send(tx: Transaction, emails: readonly OutgoingEmail[], options: { allOrNone: boolean }): (SaveError | null)[];
  /** Throws `OrgError` when sending to so many more recipients would pass the day's limit. */
  reserve(tx: Transaction, recipients: number): void;
  /** Throws `OrgError` for a template that is not there or a merge field that it cannot have. */
  renderTemplate(tx: Transaction, templateId: string, whoId: string | null, whatId: string | null): RenderedEmail;
  /** As `renderTemplate`, for a text that is no stored template. */
  renderText(tx: Transaction, text: string, whoId: string | null, whatId: string | null): string;
}

export interface PageRequest {
  /** Name of the Visualforce page in any case. */
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** `pdf` for a PDF whatever the page says. */
  readonly renderAs?: 'pdf';
}

export interface PageContent {
  readonly contentType: string;
  readonly body: Uint8Array;
  /** Where the page's action sends the browser instead. */
  readonly redirect?: string;
}

/** Visualforce pages, and PDF files made of HTML. */
export interface PageService {
  /** Renders a page as the running user gets it. Throws `OrgError` when there is none, or it has an error. */
  render(tx: Transaction, request: PageRequest): PageContent;
  /** `Blob.toPdf`. */
  toPdf(tx: Transaction, html: string): Uint8Array;
}

export interface OrgServices {
  readonly schema: Schema;
  readonly query: QueryService;
  readonly dml: DmlService;
  readonly apex: ApexService;
  readonly flows: FlowService;
  readonly async: AsyncService;
  readonly security: SecurityService;
  readonly email: EmailService;
  readonly pages: PageService;
  readonly approvals: ApprovalService;
  readonly workflow: WorkflowService;
  readonly duplicates: DuplicateService;
  readonly clock: Clock;
  /** Where the server answers, without a slash at the end; undefined while none runs. */
  readonly baseUrl?: string;
  /** Id of the record type that new records of the user get when none is given; null for the master record type. */
  defaultRecordType(user: UserContext, object: ObjectSchema): string | null;
  /** Value of a global of formulas for the running user: `$User.Id`, `$Label.Greeting`, `$Setup.Limits__c.Max__c`. */
  formulaGlobal(tx: Transaction, path: string): FieldValue;
  /** The user of this id; throws `OrgError('INVALID_CROSS_REFERENCE_KEY')` when there is none or it is inactive. */
  user(id: string): UserContext;
}

export interface ObjectAccess {
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
}

export interface FieldAccess {
  readonly read: boolean;
  readonly edit: boolean;
}

/** What a user may do, from profile, permission sets and permission-set groups. */
export interface SecurityService {
  object(userId: string, object: ObjectSchema): ObjectAccess;
  field(userId: string, object: ObjectSchema, field: string): FieldAccess;
  /** A system permission (`ViewAllData`, `ModifyAllData`, `ManageUsers`, …). */
  hasPermission(userId: string, permission: string): boolean;
  hasCustomPermission(userId: string, name: string): boolean;
  hasApexClass(userId: string, className: string): boolean;
  /** Whether the user may open the Visualforce page. */
  hasPage(userId: string, page: string): boolean;
  tabVisible(userId: string, tab: string): boolean;
  appVisible(userId: string, app: string): boolean;
  /** Whether the user may give records this type. */
  recordTypeVisible(userId: string, object: ObjectSchema, type: RecordTypeSchema): boolean;
  /** Which of these records the user can see or change through ownership, role hierarchy, sharing rules and shares. */
  recordAccess(
    tx: Transaction,
    userId: string,
    object: ObjectSchema,
    ids: readonly string[],
  ): Map<string, 'None' | 'Read' | 'Edit' | 'All'>;
  /** Drops what was cached about users (after permission or role changes). */
  invalidate(): void;
}
