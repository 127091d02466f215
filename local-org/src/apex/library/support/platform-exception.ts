/** Exceptions of the platform that code can make and throw. */
import { ApexException, SystemException } from '../../runtime/index.ts';
import { libraryException, type Behaviour, type LibraryClass } from '../define.ts';

/** "All exceptions have these constructors" ("Create Custom Exceptions", Apex Developer Guide). */
export const CONSTRUCTORS = ['', 'String message', 'Exception cause', 'String message, Exception cause'];

/** An exception by its qualified name, with the usual constructors or with those given by their parameters, and members of its own. */
export function platformException(
  name: string,
  constructors: readonly string[] = CONSTRUCTORS,
  members: Readonly<Record<string, Behaviour>> = {},
): LibraryClass {
  const simpleName = name.slice(name.lastIndexOf('.') + 1);
  const make: Behaviour = (...args: unknown[]) => {
    const cause = args.find((arg) => arg instanceof ApexException) ?? null;
    const texts = args.filter((arg) => typeof arg === 'string');
    return new SystemException(name, texts.length === 0 ? (cause?.message ?? null) : texts.join(': '), cause);
  };
  return libraryException(name, {
    ...Object.fromEntries(constructors.map((parameters) => [`${simpleName}(${parameters})`, make])),
    ...members,
  });
}
