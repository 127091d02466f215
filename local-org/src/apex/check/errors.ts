/** A compile error found while checking; caught per statement or declaration, so that one does not hide the next. */
import type { Node } from '../ast/nodes.ts';

export class CheckError extends Error {
  readonly node: Node;

  constructor(node: Node, message: string) {
    super(message);
    this.node = node;
  }
}

/** Reports a problem at a node, in the platform's wording. */
export function fail(node: Node, message: string): never {
  throw new CheckError(node, message);
}
