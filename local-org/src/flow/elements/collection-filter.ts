import type { CollectionProcessorSource } from '../definition/logic-elements.ts';
import type { FlowCompiler } from '../flow-compiler.ts';
import { isCollection } from '../flow-value.ts';
import type { Interview } from '../interview.ts';
import { isTrue } from '../comparison.ts';

/** Keeps, under the element's name, the items for which conditions or a formula on the current item hold. */
export function compileCollectionFilter(
  source: CollectionProcessorSource,
  compiler: FlowCompiler,
): (interview: Interview) => void {
  const { name, assignNextValueToReference: current } = source;
  if (current === undefined) throw compiler.error(`${name} has no variable for the current item`);
  const collection = compiler.reader(source.collectionReference);
  const write = compiler.writer(current);
  const formula = source.formula === undefined ? undefined : compiler.formula(source.formula, 'boolean');
  const holds =
    formula === undefined
      ? compiler.conditions(source.conditions, source.conditionLogic)
      : (interview: Interview) => isTrue(formula(interview));
  return (interview) => {
    const items = collection(interview);
    const kept = (isCollection(items) ? items : []).filter((item) => {
      write(interview, item);
      return holds(interview);
    });
    interview.set(name, kept);
  };
}
