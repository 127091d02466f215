/** What becomes of a part of the source that cannot be read as what it says it is. */
import { SourceError } from './xml.ts';

/** When it returns, the part is left out and the rest is read. */
export type OnSourceFault = (fault: SourceError) => void;

/** A deploy fails as a whole. */
export const failAtOnce: OnSourceFault = (fault) => {
  throw fault;
};

/** Does one step for each part; those that cannot be read are told of one by one. */
export function eachPart<T>(parts: Iterable<T>, onFault: OnSourceFault, step: (part: T) => void): void {
  for (const part of parts) {
    try {
      step(part);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      onFault(error);
    }
  }
}
