import type { FlowDefinition } from './definition/flow-definition.ts';

interface Connector {
  readonly targetReference: string;
}

/** The elements that follow each element directly. */
export function connectionsOf(definition: FlowDefinition): Map<string, readonly string[]> {
  const connections = new Map<string, readonly string[]>();
  const add = (name: string, ...connectors: readonly (Connector | undefined)[]): void => {
    connections.set(
      name,
      connectors.flatMap((connector) => connector?.targetReference ?? []),
    );
  };
  for (const { name, connector } of definition.assignments) add(name, connector);
  for (const { name, rules, defaultConnector } of definition.decisions) {
    add(name, ...rules.map(({ connector }) => connector), defaultConnector);
  }
  for (const { name, nextValueConnector, noMoreValuesConnector } of definition.loops) {
    add(name, nextValueConnector, noMoreValuesConnector);
  }
  const simple = [...definition.collectionProcessors, ...definition.customErrors, ...definition.subflows];
  for (const { name, connector } of simple) add(name, connector);
  const faulty = [
    ...definition.recordLookups,
    ...definition.recordCreates,
    ...definition.recordUpdates,
    ...definition.recordDeletes,
    ...definition.actionCalls,
  ];
  for (const { name, connector, faultConnector } of faulty) add(name, connector, faultConnector);
  return connections;
}

/** Whether one element can follow another, directly or not; what was found is kept. */
export function reachability(
  connections: ReadonlyMap<string, readonly string[]>,
): (from: string, to: string) => boolean {
  const known = new Map<string, ReadonlySet<string>>();
  return (from, to) => {
    let reached = known.get(from);
    if (reached === undefined) known.set(from, (reached = reach(from, connections)));
    return reached.has(to);
  };
}

function reach(from: string, connections: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...(connections.get(from) ?? [])];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    open.push(...(connections.get(name) ?? []));
  }
  return reached;
}
