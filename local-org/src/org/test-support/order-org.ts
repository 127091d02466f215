/** An org whose orders are approved: a clerk submits, a manager and above them a director decide. */
import {
  orderFiles,
  orderProcess,
  orderWorkflow,
  type ProcessFile,
} from '../../automation/test-support/approval-files.ts';
import type { ApprovalResult, SubmitRequest, WorkitemRequest } from '../../database/approval-service.ts';
import type { UserContext } from '../../database/services.ts';
import { OpenOrg, type Values } from './open-org.ts';

export interface OrderOrgOptions {
  readonly processes: Readonly<Record<string, ProcessFile>>;
  /** More elements of the object's workflow. */
  readonly workflow?: string;
  readonly files?: Readonly<Record<string, string>>;
}

export class OrderOrg extends OpenOrg {
  readonly director: UserContext;
  readonly manager: UserContext;
  readonly other: UserContext;
  readonly clerk: UserContext;

  constructor({ processes, workflow, files = {} }: OrderOrgOptions) {
    super({
      ...orderFiles,
      ...orderWorkflow(workflow),
      ...(Object.assign({}, ...Object.entries(processes).map(([name, file]) => orderProcess(name, file))) as object),
      ...files,
    });
    this.director = this.person('director@example.com');
    this.manager = this.person('manager@example.com', { ManagerId: this.director.id });
    this.other = this.person('other@example.com');
    this.clerk = this.person('clerk@example.com', { ManagerId: this.manager.id });
  }

  /** A user who may work with orders and is no administrator. */
  person(username: string, more: Values = {}): UserContext {
    const user = this.addUser(username, 'Standard User', more);
    const [set] = this.query("SELECT Id FROM PermissionSet WHERE Name = 'Orders'");
    this.insert('PermissionSetAssignment', { AssigneeId: user.id, PermissionSetId: set as string });
    return user;
  }

  order(values: Values = {}): string {
    return this.insert('Order__c', { Name: 'Pots', Status__c: 'Draft', ...values }, this.clerk);
  }

  submit(objectId: string, user = this.clerk, more: Partial<SubmitRequest> = {}): ApprovalResult {
    return this.run((tx) => this.org.approvals.process(tx, [{ kind: 'submit', objectId, ...more }], true)[0], user);
  }

  decide(workitemId: string, action: string, user: UserContext, more: Partial<WorkitemRequest> = {}): ApprovalResult {
    const request = { kind: 'workitem', workitemId, action, ...more } as const;
    return this.run((tx) => this.org.approvals.process(tx, [request], true)[0], user);
  }

  status(id: string): unknown {
    return this.read('Order__c', id, 'Status__c')[0];
  }

  locked(id: string): boolean {
    return this.org.store.locks.among([id]).has(id);
  }

  /** What became of the requests for a record, in order. */
  steps(id: string): unknown[] {
    return this.query(
      `SELECT StepStatus FROM ProcessInstanceStep WHERE ProcessInstance.TargetObjectId = '${id}' ORDER BY Id`,
    );
  }

  workitems(id: string): string[] {
    return this.query(
      `SELECT Id FROM ProcessInstanceWorkitem WHERE ProcessInstance.TargetObjectId = '${id}' ORDER BY Id`,
    ) as string[];
  }
}

export function withOrders(options: OrderOrgOptions, body: (org: OrderOrg) => void): void {
  const opened = new OrderOrg(options);
  try {
    body(opened);
  } finally {
    opened.close();
  }
}
