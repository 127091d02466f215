import type { ObjectSchema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';
import type { RecordDeleteSource, RecordUpdateSource } from './definition/data-elements.ts';
import { eachInterview } from './each-interview.ts';
import { asFault, dataFault, type DataOperation } from './fault.ts';
import type { FlowCompiler } from './flow-compiler.ts';
import type { Interview } from './interview.ts';
import { RecordFilters } from './record-filters.ts';
import { searchRecords } from './record-search.ts';
import { recordsOf } from './record-values.ts';

/** The records that an update or delete is about. */
export interface RecordTargets {
  readonly object: ObjectSchema;
  /** The records of each interview; interviews for which that goes wrong fail and are left out. */
  find(
    interviews: readonly Interview[],
    operation: DataOperation,
    faultTarget: string | undefined,
  ): ReadonlyMap<Interview, readonly SObject[]>;
}

export function compileTargets(source: RecordUpdateSource | RecordDeleteSource, compiler: FlowCompiler): RecordTargets {
  return source.inputReference === undefined
    ? searchedTargets(source, compiler)
    : namedTargets(source, source.inputReference, compiler);
}

function searchedTargets(source: RecordUpdateSource | RecordDeleteSource, compiler: FlowCompiler): RecordTargets {
  const object = compiler.object(source.object);
  const filters = new RecordFilters(object, source.filters, source.filterLogic, compiler);
  return {
    object,
    find: (interviews, operation, faultTarget) => {
      try {
        const found = searchRecords(interviews, { object, filters, fields: [], limit: () => Infinity });
        for (const [interview, records] of found) found.set(interview, ownCopies(records, interview));
        return found;
      } catch (error) {
        const fault = asFault(error, ({ code, message }) => dataFault(operation, code, message));
        for (const interview of interviews) interview.fail(source.name, fault, faultTarget);
        return new Map();
      }
    },
  };
}

/** A variable, `$Record`, or a parent of it (`$Record.Account`), narrowed by conditions if there are any. */
function namedTargets(
  source: RecordUpdateSource | RecordDeleteSource,
  path: string,
  compiler: FlowCompiler,
): RecordTargets {
  const type = compiler.typeOf(path);
  const item = type?.kind === 'collection' ? type.item : type;
  if (item?.kind !== 'record') throw compiler.notSupported(`${path} as the records of an element`, source.source);
  const read = compiler.reader(path);
  const parent = path.includes('.');
  const filters = new RecordFilters(item.object, source.filters, source.filterLogic, compiler);
  return {
    object: item.object,
    find: (interviews, _operation, faultTarget) =>
      new Map(
        eachInterview(interviews, source.name, faultTarget, (interview): [Interview, SObject[]] => {
          const bound = filters.bind(interview);
          const matching = recordsOf(read(interview), path).filter((record) =>
            filters.matches(record, bound, interview.run.timeZone),
          );
          return [interview, parent ? ownCopies(matching, interview) : matching];
        }),
      ),
  };
}

/** Records as they are stored, which the interview may change without others seeing it. */
function ownCopies(records: readonly SObject[], interview: Interview): SObject[] {
  const copies = records.map((record) => record.clone());
  for (const copy of copies) interview.run.records.loaded(copy);
  return copies;
}
