/** What the package does by its own services and not by saving records, as anonymous Apex. */
import type { Connection } from 'jsforce';

/** Runs the source or throws with what it says. */
export async function runApex(connection: Connection, source: string): Promise<void> {
  const result = await connection.tooling.executeAnonymous(source);
  if (!result.success) throw new Error(result.compileProblem ?? result.exceptionMessage ?? 'Anonymous Apex failed.');
}
