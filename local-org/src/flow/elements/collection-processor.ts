import type { CollectionProcessorSource } from '../definition/logic-elements.ts';
import type { StepElement } from '../element.ts';
import type { FlowCompiler } from '../flow-compiler.ts';
import type { Interview } from '../interview.ts';
import { compileCollectionFilter } from './collection-filter.ts';
import { compileCollectionSort } from './collection-sort.ts';

/** Collection Filter and Collection Sort. */
export function compileCollectionProcessor(source: CollectionProcessorSource, compiler: FlowCompiler): StepElement {
  const process = compileProcess(source, compiler);
  return {
    kind: 'step',
    name: source.name,
    run: (interview) => {
      process(interview);
      return source.connector?.targetReference;
    },
  };
}

function compileProcess(source: CollectionProcessorSource, compiler: FlowCompiler): (interview: Interview) => void {
  switch (source.collectionProcessorType) {
    case 'FilterCollectionProcessor':
      return compileCollectionFilter(source, compiler);
    case 'SortCollectionProcessor':
      return compileCollectionSort(source, compiler);
    default:
      return () => {
        throw compiler.notSupported(source.collectionProcessorType, source.source);
      };
  }
}
