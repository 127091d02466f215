/** Finds the names that a body assigns with `=`: other variables keep being non-null once they are. */
export function reassignedNames(body: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof body !== 'object' || body === null) return found;
  if (Array.isArray(body)) {
    for (const part of body) reassignedNames(part, found);
    return found;
  }
  const node = body as { kind?: unknown; operator?: unknown; target?: { kind?: unknown; name?: unknown } };
  if (node.kind === 'soql' || node.kind === 'sosl') return found;
  if (node.kind === 'assign' && node.operator === '=' && node.target?.kind === 'name') {
    found.add(String(node.target.name).toLowerCase());
  }
  for (const part of Object.values(body)) reassignedNames(part, found);
  return found;
}
