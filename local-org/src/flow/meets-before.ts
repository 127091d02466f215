import { Interview } from './interview.ts';

/** Whether conditions held for the triggering record before the save; never for a new record. */
export function meetsBefore(interview: Interview, conditions: (interview: Interview) => boolean): boolean {
  const { trigger } = interview;
  if (trigger === null || trigger.before === null) return false;
  const former = new Interview(interview.flow, interview.run, {
    record: trigger.before,
    before: trigger.before,
    saved: trigger.saved,
  });
  return conditions(former);
}
