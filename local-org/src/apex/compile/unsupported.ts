/** Code that says, when it is reached, that a feature of the platform is not built. */
import type { Node } from '../ast/nodes.ts';
import type { MethodScope } from './method-scope.ts';

export function unsupported(scope: MethodScope, { line }: Pick<Node, 'line'>, feature: string): string {
  return `$R.unsupported(${JSON.stringify(feature)}, ${JSON.stringify(`${scope.unit.file}:${line}`)})`;
}
