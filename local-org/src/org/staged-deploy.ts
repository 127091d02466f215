/** A deploy that was compiled and not made. */
import type { DeployedSource } from './deployed-source.ts';
import type { Deployment } from './deployment.ts';
import type { DeployProblem } from './deploy-report.ts';

export class StagedDeploy {
  readonly deployment: Deployment;
  readonly deployed: DeployedSource;
  /** What the deploy would break; what was broken before is left out. */
  readonly problems: readonly DeployProblem[];
  readonly #compileForCoverage: () => Deployment;

  constructor(
    deployment: Deployment,
    compileForCoverage: () => Deployment,
    former: Deployment,
    deployed: DeployedSource,
  ) {
    this.deployment = deployment;
    this.deployed = deployed;
    this.#compileForCoverage = compileForCoverage;
    const known = new Set(former.report.problems.map(problemKey));
    this.problems = deployment.report.problems.filter((problem) => !known.has(problemKey(problem)));
  }

  /** The same source, compiled so that tests count the lines they run. */
  covered(): Deployment {
    return this.#compileForCoverage();
  }
}

function problemKey({ kind, file, line, message }: DeployProblem): string {
  return `${kind} ${file} ${line} ${message}`;
}
