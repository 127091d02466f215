/** What code inside a transaction can ask of approval processes and record locks ("Approval Class", Apex Reference Guide). */
import type { ObjectSchema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';
import type { SaveError, SaveResult } from './services.ts';
import type { Transaction } from './transaction.ts';

/** `Approval.ProcessSubmitRequest`. */
export interface SubmitRequest {
  readonly kind: 'submit';
  readonly objectId: string;
  /** The running user when it is left out. */
  readonly submitterId?: string | null;
  readonly comments?: string | null;
  readonly nextApproverIds?: readonly string[];
  /** Developer name or id of one process; otherwise the first that takes the record. */
  readonly processDefinitionNameOrId?: string | null;
  /** Only with a named process. */
  readonly skipEntryCriteria?: boolean;
}

/** `Approval.ProcessWorkitemRequest`: what an approver decides, or `Removed` to recall the request. */
export interface WorkitemRequest {
  readonly kind: 'workitem';
  readonly workitemId: string;
  /** `Approve`, `Reject` or `Removed`, in any case. */
  readonly action: string;
  readonly comments?: string | null;
  readonly nextApproverIds?: readonly string[];
}

export type ApprovalRequest = SubmitRequest | WorkitemRequest;

/** `Approval.ProcessResult`. A request that failed has errors and nothing else. */
export interface ApprovalResult {
  readonly success: boolean;
  readonly entityId: string | null;
  readonly instanceId: string | null;
  readonly instanceStatus: string | null;
  /** Whom the record now waits for. */
  readonly actorIds: readonly string[];
  readonly newWorkitemIds: readonly string[];
  readonly errors: readonly SaveError[];
}

export interface LockOptions {
  /** Whether the user must be able to edit the record; code that runs without sharing may lock and unlock any. */
  readonly sharing: boolean;
  readonly allOrNone: boolean;
}

/** What the running user may do about a record's approval. */
export interface ApprovalOptions {
  /** Whether the object has a process and the record is in none. */
  readonly submit: boolean;
  /** The request that waits for the user's decision. */
  readonly decide: string | null;
  /** A request by which the user may recall the record. */
  readonly recall: string | null;
}

/** An approval process as callers list them ("Process Approvals", REST API Developer Guide). */
export interface ApprovalProcessInfo {
  readonly id: string;
  readonly developerName: string;
  readonly label: string;
  readonly description: string | null;
  readonly object: string;
  readonly order: number;
}

export interface ApprovalService {
  /** With `allOrNone` one request that fails undoes all and throws `DmlError`. */
  process(tx: Transaction, requests: readonly ApprovalRequest[], allOrNone: boolean): ApprovalResult[];
  lock(tx: Transaction, ids: readonly string[], options: LockOptions): SaveResult[];
  unlock(tx: Transaction, ids: readonly string[], options: LockOptions): SaveResult[];
  /** Of the locked records of one object, those that the running user may edit nevertheless. */
  editable(tx: Transaction, object: ObjectSchema, lockedIds: readonly string[]): Set<string>;
  options(tx: Transaction, object: ObjectSchema, recordId: string): ApprovalOptions;
  /** Tells whoever a request was given to by email. */
  notify(tx: Transaction, workitem: SObject): void;
  /** The active processes of an object, or of all, in the order in which they are tried. */
  processes(object?: ObjectSchema): readonly ApprovalProcessInfo[];
}
