import type { DecisionSource } from '../definition/logic-elements.ts';
import type { StepElement } from '../element.ts';
import type { FlowCompiler } from '../flow-compiler.ts';
import { meetsBefore } from '../meets-before.ts';

/** Decision: takes the first outcome whose conditions hold, else the default one. */
export function compileDecision(source: DecisionSource, compiler: FlowCompiler): StepElement {
  const rules = source.rules.map((rule) => ({
    name: rule.name,
    target: rule.connector?.targetReference,
    onlyWhenChanged: rule.doesRequireRecordChangedToMeetCriteria,
    holds: compiler.conditions(rule.conditions, rule.conditionLogic),
  }));
  return {
    kind: 'step',
    name: source.name,
    run: (interview) => {
      const taken = rules.find(
        ({ holds, onlyWhenChanged }) => holds(interview) && !(onlyWhenChanged && meetsBefore(interview, holds)),
      );
      for (const { name } of rules) interview.outcomes.delete(name);
      if (taken === undefined) return source.defaultConnector?.targetReference;
      interview.outcomes.add(taken.name);
      return taken.target;
    },
  };
}
