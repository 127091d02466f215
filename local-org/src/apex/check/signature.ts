/** What other classes can know of a class: everything but its code. */
import type { TypeDeclaration } from '../ast/nodes.ts';

/** The same for two versions of a class that differ only in method bodies, values, white space or comments. */
export function signatureOf(declaration: TypeDeclaration): string {
  return JSON.stringify(declaration, (key, value: unknown) => {
    if (key === 'line' || key === 'column') return undefined;
    // Whether there is a body or a value is part of what a property or a class is.
    return (key === 'body' || key === 'value') && typeof value === 'object' ? value !== null : value;
  });
}

/** What of a class decides what names mean elsewhere: its inner classes, and where it inherits others from. */
export function nestingOf(declaration: TypeDeclaration): string {
  if (declaration.kind !== 'class') return `${declaration.kind} ${declaration.name}`;
  const inner = declaration.members.flatMap((member) =>
    member.kind === 'class' || member.kind === 'interface' || member.kind === 'enum' ? [nestingOf(member)] : [],
  );
  const superclass = declaration.extends?.name ?? '';
  return `class ${declaration.name} ${superclass} {${inner.join()}}`;
}
