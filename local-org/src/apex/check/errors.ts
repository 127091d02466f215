/** A compile error found while checking; caught per statement or declaration, so that one does not hide the next. */
import type { Node } from '../ast/nodes.ts';

export class CheckError extends Error {
  readonly node: Node;
  /** False for what follows from an error that was reported already. */
  readonly isNews: boolean;

  constructor(node: Node, message: string, isNews = true) {
    super(message);
    this.node = node;
    this.isNews = isNews;
  }
}

/** Gives up on a statement that names something whose declaration had an error. */
export function giveUp(node: Node): never {
  throw new CheckError(node, 'Its declaration has an error', false);
}

/** Reports a problem at a node, in the platform's wording. */
export function fail(node: Node, message: string): never {
  throw new CheckError(node, message);
}
