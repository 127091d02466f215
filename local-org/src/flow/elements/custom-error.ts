import type { CustomErrorSource } from '../definition/logic-elements.ts';
import type { StepElement } from '../element.ts';
import type { FlowCompiler } from '../flow-compiler.ts';
import { toText } from '../flow-value.ts';

/** Custom Error: keeps the triggering record from being saved, with messages of one's own. */
export function compileCustomError(source: CustomErrorSource, compiler: FlowCompiler): StepElement {
  const messages = source.customErrorMessages.map(({ errorMessage, isFieldError, fieldSelection }) => ({
    text: compiler.text(errorMessage),
    fields: isFieldError && fieldSelection !== undefined ? [fieldSelection] : [],
  }));
  return {
    kind: 'step',
    name: source.name,
    run: (interview) => {
      if (interview.trigger === null)
        throw compiler.error(`${source.name}: only triggered flows have a record to refuse`);
      for (const { text, fields } of messages) {
        const message = toText(text(interview), interview.run.timeZone);
        interview.trigger.saved.errors.push({ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message, fields });
      }
      return source.connector?.targetReference;
    },
  };
}
