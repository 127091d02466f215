/** Chooses among overloads, as the platform does: the candidate whose parameters are nearest to the arguments. */
import type { ApexType } from '../types/apex-type.ts';
import { conversionCost } from './conversions.ts';
import type { Callable } from './members.ts';
import type { Universe } from './universe.ts';

/** The best candidate, `ambiguous`, or undefined when none accepts the arguments. */
export function chooseOverload<C extends Callable>(
  universe: Universe,
  candidates: readonly C[],
  args: readonly ApexType[],
): C | 'ambiguous' | undefined {
  const applicable: { callable: C; costs: readonly number[] }[] = [];
  for (const callable of candidates) {
    const costs = argumentCosts(universe, callable, args);
    if (costs !== undefined) applicable.push({ callable, costs });
  }
  if (applicable.length <= 1) return applicable[0]?.callable;
  const best = applicable.filter(({ costs }) =>
    applicable.every((other) => costs.every((cost, index) => cost <= other.costs[index])),
  );
  const nearest = best.length > 0 ? best : leastTotal(applicable);
  if (nearest.length === 1) return nearest[0].callable;
  const specific = nearest.filter(({ callable }) =>
    nearest.every((other) => isAsSpecific(universe, callable, other.callable)),
  );
  return specific[0]?.callable ?? 'ambiguous';
}

function leastTotal<T extends { readonly costs: readonly number[] }>(candidates: readonly T[]): T[] {
  const total = (costs: readonly number[]): number => costs.reduce((sum, cost) => sum + cost, 0);
  const least = Math.min(...candidates.map(({ costs }) => total(costs)));
  return candidates.filter(({ costs }) => total(costs) === least);
}

function argumentCosts(universe: Universe, callable: Callable, args: readonly ApexType[]): number[] | undefined {
  if (callable.parameters.length !== args.length) return undefined;
  const costs: number[] = [];
  for (const [index, arg] of args.entries()) {
    const cost = conversionCost(universe, arg, callable.parameters[index]);
    if (cost === undefined) return undefined;
    costs.push(cost);
  }
  return costs;
}

function isAsSpecific(universe: Universe, left: Callable, right: Callable): boolean {
  return left.parameters.every((type, index) => conversionCost(universe, type, right.parameters[index]) !== undefined);
}
