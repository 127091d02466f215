/** Runs anonymous Apex ("Anonymous Blocks", Apex Developer Guide): as the current user, with sharing. */
import type { AnonymousResult } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import { compileAnonymous } from '../compile/anonymous.ts';
import type { CompiledProgram } from '../compile/compiled-program.ts';
import { setExecutionContext } from '../runtime/execution-context.ts';
import { enter, machine } from '../runtime/machine.ts';
import { ApexFailure, asFailure } from './failure.ts';

const nothingWrong: AnonymousResult = {
  compiled: true,
  success: true,
  compileProblem: null,
  exceptionMessage: null,
  exceptionStackTrace: null,
  line: -1,
  column: -1,
  debugLog: '',
};

/** What a failing block has written is undone. */
export function executeAnonymous(tx: Transaction, program: CompiledProgram, source: string): AnonymousResult {
  const run = compileAnonymous(program, source);
  if (typeof run !== 'function') {
    const { message, line, column } = run;
    return { ...nothingWrong, compiled: false, success: false, compileProblem: message, line, column };
  }
  setExecutionContext(tx, { quiddity: 'ANONYMOUS', jobId: null });
  const savepoint = tx.savepoint();
  try {
    enter(tx, program, () => {
      machine.sharing = true;
      run();
    });
  } catch (error) {
    const failure = asFailure(error);
    if (!(failure instanceof ApexFailure)) throw failure;
    tx.rollbackTo(savepoint);
    return {
      ...nothingWrong,
      success: false,
      exceptionMessage: failure.message,
      exceptionStackTrace: failure.apexStack,
      line: failure.exception.frames[0]?.line ?? -1,
      column: 1,
      debugLog: tx.log.toString(),
    };
  }
  tx.release(savepoint);
  return { ...nothingWrong, debugLog: tx.log.toString() };
}
