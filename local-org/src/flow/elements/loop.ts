import type { LoopSource } from '../definition/logic-elements.ts';
import type { StepElement } from '../element.ts';
import type { FlowCompiler } from '../flow-compiler.ts';
import { isCollection, type FlowValue } from '../flow-value.ts';
import type { Interview, LoopState } from '../interview.ts';

/**
 * Loop: hands out the items of a collection, as it was when the loop was entered, one each time the flow comes back. The
 * loop variable holds a copy of the item.
 */
export function compileLoop(source: LoopSource, compiler: FlowCompiler): StepElement {
  const { name } = source;
  const collection = compiler.reader(source.collectionReference);
  const write = compiler.writer(source.assignNextValueToReference ?? name);
  return {
    kind: 'step',
    name,
    run: (interview) => {
      const state = interview.loops.get(name) ?? begin(interview, name, collection(interview), source);
      const item = state.items[state.index++];
      if (item !== undefined) {
        write(interview, interview.run.records.copy(item));
        return source.nextValueConnector?.targetReference ?? name;
      }
      interview.loops.delete(name);
      return source.noMoreValuesConnector?.targetReference;
    },
  };
}

function begin(interview: Interview, name: string, value: FlowValue, { iterationOrder }: LoopSource): LoopState {
  const items = isCollection(value) ? value : [];
  const state = { items: iterationOrder === 'Desc' ? items.toReversed() : [...items], index: 0 };
  interview.loops.set(name, state);
  return state;
}
