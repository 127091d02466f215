/** System.Approval ("Approval Class", Apex Reference Guide). */
import type { ApprovalResult } from '../../../database/approval-service.ts';
import type { SaveResult } from '../../../database/services.ts';
import { currentTransaction } from '../../../database/transaction.ts';
import { to18 } from '../../../schema/ids.ts';
import type { SObject } from '../../../schema/sobject.ts';
import { runDml } from '../../runtime/dml.ts';
import { ApexList, ApexMap, nullPointer } from '../../runtime/index.ts';
import { machine } from '../../runtime/machine.ts';
import { libraryType, types } from '../../types/apex-type.ts';
import { toRequest } from '../approval/requests.ts';
import { LockResultValue, ProcessResultValue } from '../approval/results.ts';
import { type Behaviour, libraryClass } from '../define.ts';
import type { BeanValue } from '../support/bean.ts';

type Target = SObject | string | null;

export const approvalClass = libraryClass('System.Approval', {
  'static Approval.ProcessResult process(Approval.ProcessRequest request)': (request: BeanValue | null) =>
    new ProcessResultValue(process([request], true)[0]),
  'static Approval.ProcessResult process(Approval.ProcessRequest request, Boolean allOrNone)': (
    request: BeanValue | null,
    allOrNone: boolean | null,
  ) => new ProcessResultValue(process([request], allOrNone)[0]),
  'static List<Approval.ProcessResult> process(List<Approval.ProcessRequest> requests)': (
    requests: ApexList<BeanValue> | null,
  ) => resultList(process((requests ?? nullPointer()).items, true)),
  'static List<Approval.ProcessResult> process(List<Approval.ProcessRequest> requests, Boolean allOrNone)': (
    requests: ApexList<BeanValue> | null,
    allOrNone: boolean | null,
  ) => resultList(process((requests ?? nullPointer()).items, allOrNone)),
  ...lockMethods('lock', 'LockResult'),
  ...lockMethods('unlock', 'UnlockResult'),
  ...isLockedMethods(),
});

function process(requests: readonly (BeanValue | null)[], allOrNone: boolean | null): ApprovalResult[] {
  const given = requests.map((request) => toRequest(request ?? nullPointer()));
  const tx = currentTransaction();
  return runDml(() => tx.org.approvals.process(tx, given, allOrNone ?? nullPointer()));
}

function resultList(results: readonly ApprovalResult[]): ApexList {
  return new ApexList(
    libraryType('Approval.ProcessResult'),
    results.map((result) => new ProcessResultValue(result)),
  );
}

/** Each with a record or its id, one or many, and with or without `allOrNothing`. */
function lockMethods(name: 'lock' | 'unlock', type: 'LockResult' | 'UnlockResult'): Record<string, Behaviour> {
  const run = (targets: readonly Target[], allOrNone: boolean): SaveResult[] => {
    const tx = currentTransaction();
    const options = { sharing: machine.sharing, allOrNone };
    return runDml(() => tx.org.approvals[name](tx, targets.map(idOf), options));
  };
  const one = (target: Target, allOrNone: boolean | null = true) =>
    new LockResultValue(type, run([target], allOrNone ?? nullPointer())[0]);
  const many = (targets: ApexList<Target> | null, allOrNone: boolean | null = true) =>
    new ApexList(
      libraryType(`Approval.${type}`),
      run((targets ?? nullPointer()).items, allOrNone ?? nullPointer()).map((item) => new LockResultValue(type, item)),
    );
  const methods: Record<string, Behaviour> = {};
  for (const tail of ['', ', Boolean allOrNothing']) {
    for (const target of ['Id', 'SObject']) {
      methods[`static Approval.${type} ${name}(${target} record${tail})`] = one;
      methods[`static List<Approval.${type}> ${name}(List<${target}> records${tail})`] = many;
    }
  }
  return methods;
}

/** For many, whether each is locked, by id. */
function isLockedMethods(): Record<string, Behaviour> {
  const one = (target: Target) => locked([target]).size > 0;
  const many = (targets: ApexList<Target> | null) => {
    const all = (targets ?? nullPointer()).items;
    const found = locked(all);
    return new ApexMap(
      types.Id,
      types.Boolean,
      all.map((target) => [idOf(target), found.has(to18(idOf(target)))] as const),
    );
  };
  const methods: Record<string, Behaviour> = {};
  for (const target of ['Id', 'SObject']) {
    methods[`static Boolean isLocked(${target} record)`] = one;
    methods[`static Map<Id, Boolean> isLocked(List<${target}> records)`] = many;
  }
  return methods;
}

function locked(targets: readonly Target[]): Set<string> {
  return currentTransaction().store.locks.among(targets.map((target) => to18(idOf(target))));
}

function idOf(target: Target): string {
  const id = typeof target === 'string' ? target : target?.id;
  return id ?? nullPointer();
}
