/** An org for tests of the save order: a real schema, store and query engine; triggers and flows are functions, and there is nothing else. */
import type { ApprovalService } from '../../database/approval-service.ts';
import { QueryEngine } from '../../database/soql/query-engine.ts';
import type {
  ApexService,
  AsyncService,
  EmailService,
  DmlOptions,
  FlowService,
  OrgServices,
  PageService,
  SecurityService,
  TriggerEvent,
  UserContext,
} from '../../database/services.ts';
import { Store } from '../../database/store.ts';
import { runTransaction, type Transaction } from '../../database/transaction.ts';
import { readMetadata } from '../../metadata/read.ts';
import { projectOf } from '../../project/load.ts';
import { buildSchema } from '../../schema/build.ts';
import type { Schema } from '../../schema/model.ts';
import { SObject } from '../../schema/sobject.ts';
import type { FieldValue } from '../../schema/values/index.ts';
import { FixedClock } from '../../async/clock.ts';
import { SaveService } from '../save.ts';

export type TestTrigger = (records: readonly SObject[], old: readonly SObject[] | null, tx: Transaction) => void;

export interface TestCode {
  /** By `Object before insert`, and `Object before save flow`, `Object after save flow`, `Object before delete flow`. */
  readonly [event: string]: TestTrigger;
}

export const system: DmlOptions = { mode: 'system', sharing: false, allOrNone: true };
export const partly: DmlOptions = { ...system, allOrNone: false };

export class TestOrg {
  readonly schema: Schema;
  readonly store: Store;
  readonly clock = new FixedClock(Date.parse('2026-03-02T09:30:15.250Z'));
  readonly services: OrgServices;
  readonly user: UserContext;
  readonly dml = new SaveService();

  constructor(files: Record<string, string>, code: TestCode = {}, security: Partial<SecurityService> = {}) {
    this.schema = buildSchema(readMetadata(projectOf(files)));
    this.store = Store.open(':memory:', this.schema);
    this.user = {
      id: this.store.newId(this.schema.require('User')),
      username: 'ada@example.com',
      name: 'Ada Lovelace',
      email: 'ada@example.com',
      profileId: '00e000000000001AAA',
      roleId: null,
      timeZone: 'Europe/Berlin',
      locale: 'en_US',
      language: 'en_US',
    };
    this.addUser(this.user.username, this.user.id);
    this.services = {
      schema: this.schema,
      clock: this.clock,
      dml: this.dml,
      query: new QueryEngine(this.store),
      apex: testApex(code),
      flows: testFlows(code),
      async: {} as AsyncService,
      email: {} as EmailService,
      pages: {} as PageService,
      security: security as SecurityService,
      approvals: {} as ApprovalService,
      duplicates: { hasRules: () => false, check: () => undefined },
      workflow: { hasRules: () => false, evaluate: () => [], sendAlert: () => {} },
      defaultRecordType: () => null,
      formulaGlobal: (tx, path) => (path === '$User.Id' ? tx.user.id : null),
      user: () => this.user,
    };
  }

  addUser(username: string, id = this.store.newId(this.schema.require('User'))): string {
    const row = this.record('User', { Id: id, Username: username, LastName: 'User', IsActive: true });
    this.store.atomically(() => this.store.insertRow(row));
    return id;
  }

  run<T>(fn: (tx: Transaction) => T): T {
    return runTransaction(this.store, this.services, this.user, {}, fn);
  }

  record(object: string, values: Readonly<Record<string, FieldValue>>): SObject {
    return new SObject(this.schema.require(object), Object.entries(values));
  }

  insert(object: string, values: Readonly<Record<string, FieldValue>>): string {
    return this.run((tx) => this.dml.insert(tx, [this.record(object, values)], system)[0].id!);
  }

  update(object: string, values: Readonly<Record<string, FieldValue>>): void {
    this.run((tx) => this.dml.update(tx, [this.record(object, values)], system));
  }

  /** The stored record. */
  get(object: string, id: string): SObject {
    return this.store.getRows(this.schema.require(object), [id]).get(id)!;
  }
}

function testApex(code: TestCode): ApexService {
  const apex: Pick<ApexService, 'hasTriggers' | 'runTriggers'> = {
    hasTriggers: (object, event) => `${object.name} ${event}` in code,
    runTriggers: (tx, object, event: TriggerEvent, newRecords, oldRecords) =>
      code[`${object.name} ${event}`](newRecords ?? oldRecords!, oldRecords, tx),
  };
  return apex as ApexService;
}

function testFlows(code: TestCode): FlowService {
  const flows: Pick<FlowService, 'runAfterSave' | 'runBeforeDelete' | 'runBeforeSave'> = {
    runBeforeSave: (tx, object, records, old) => code[`${object.name} before save flow`]?.(records, old, tx),
    runAfterSave: (tx, object, records, old) => code[`${object.name} after save flow`]?.(records, old, tx),
    runBeforeDelete: (tx, object, old) => code[`${object.name} before delete flow`]?.(old, old, tx),
  };
  return flows as FlowService;
}
