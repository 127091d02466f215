import { order } from '../comparison.ts';
import type { CollectionProcessorSource } from '../definition/logic-elements.ts';
import type { FlowCompiler } from '../flow-compiler.ts';
import { isCollection, isScalar, type FlowScalar, type FlowValue } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import { readAlong } from '../resource.ts';

type SortOption = CollectionProcessorSource['sortOptions'][number];

/** Sorts a collection variable in place, by fields of its records or by its values, and cuts it to the limit. */
export function compileCollectionSort(
  source: CollectionProcessorSource,
  compiler: FlowCompiler,
): (interview: Interview) => void {
  const { sortOptions, limit, collectionReference } = source;
  const collection = compiler.reader(collectionReference);
  const write = compiler.writer(collectionReference);
  return (interview) => {
    const items = collection(interview);
    if (!isCollection(items)) return;
    const sorted = items.toSorted((left, right) => compareItems(left, right, sortOptions, interview));
    write(interview, limit === undefined ? sorted : sorted.slice(0, limit));
  };
}

function compareItems(left: FlowValue, right: FlowValue, options: readonly SortOption[], interview: Interview): number {
  for (const option of options) {
    const [a, b] = [keyOf(left, option, interview), keyOf(right, option, interview)];
    const result = compareKeys(a, b, option, interview.run.timeZone);
    if (result !== 0) return result;
  }
  return 0;
}

function keyOf(item: FlowValue, { sortField }: SortOption, interview: Interview): FlowScalar {
  const value = sortField === undefined ? item : readAlong(item, sortField.split('.'), interview.run, false);
  return isScalar(value) && value !== '' ? value : null;
}

/** Where blanks stand does not depend on the direction. */
function compareKeys(left: FlowScalar, right: FlowScalar, option: SortOption, timeZone: string): number {
  if (left === null || right === null) {
    const blankFirst = option.doesPutEmptyStringAndNullFirst ? -1 : 1;
    return left === right ? 0 : left === null ? blankFirst : -blankFirst;
  }
  const result = order(left, right, timeZone) ?? 0;
  return option.sortOrder === 'Desc' ? -result : result;
}
