/** Deploys and retrieves of the Metadata API: done when they are asked for, and kept for those who ask how they went. */
import type { UserContext } from '../../database/services.ts';
import { deploy, type ReferenceCheck } from '../../metadata-api/deploy.ts';
import type { DeployOptions, DeployOutcome } from '../../metadata-api/deploy-result.ts';
import { retrieve, type RetrieveOptions, type Retrieved } from '../../metadata-api/retrieve.ts';
import type { Org } from '../../org/org.ts';
import { OrgError } from '../../schema/errors.ts';
import { newId } from '../../schema/ids.ts';

export interface DeployJob {
  readonly id: string;
  readonly user: UserContext;
  readonly options: DeployOptions;
  readonly outcome: DeployOutcome;
  readonly started: string;
  readonly completed: string;
}

export interface RetrieveJob {
  readonly id: string;
  readonly user: UserContext;
  readonly result: Retrieved;
  readonly date: string;
}

/** Archives take memory: the oldest jobs are forgotten. */
const KEPT = 50;

export class MetadataJobs {
  readonly findBrokenReferences: ReferenceCheck;
  readonly #org: Org;
  readonly #deploys = new Map<string, DeployJob>();
  readonly #retrieves = new Map<string, RetrieveJob>();
  #count = 0;

  constructor(org: Org, findBrokenReferences: ReferenceCheck) {
    this.#org = org;
    this.findBrokenReferences = findBrokenReferences;
  }

  deploy(user: UserContext, zip: Uint8Array, options: DeployOptions): DeployJob {
    const started = this.#now();
    const outcome = deploy(this.#org, zip, options, this.findBrokenReferences);
    return keep(this.#deploys, { id: this.#id('0Af'), user, options, outcome, started, completed: this.#now() });
  }

  retrieve(user: UserContext, options: RetrieveOptions): RetrieveJob {
    const result = retrieve(this.#org.components().values(), options);
    return keep(this.#retrieves, { id: this.#id('09S'), user, result, date: this.#now() });
  }

  /** Throws `INVALID_CROSS_REFERENCE_KEY` for an id that is none of a deploy. */
  deployed(id: string): DeployJob {
    return find(this.#deploys, id);
  }

  retrieved(id: string): RetrieveJob {
    return find(this.#retrieves, id);
  }

  #id(prefix: string): string {
    return newId(prefix, ++this.#count);
  }

  #now(): string {
    return new Date(this.#org.clock.now()).toISOString();
  }
}

function keep<T extends { readonly id: string }>(jobs: Map<string, T>, job: T): T {
  jobs.set(job.id, job);
  const [oldest] = jobs.keys();
  if (jobs.size > KEPT && oldest !== undefined) jobs.delete(oldest);
  return job;
}

/** Ids of 15 characters are those of 18 without the last three. */
function find<T>(jobs: ReadonlyMap<string, T>, id: string): T {
  const job = [...jobs].find(([known]) => known === id || (id.length === 15 && known.startsWith(id)))?.[1];
  if (job === undefined) throw new OrgError('INVALID_CROSS_REFERENCE_KEY', `no job found for id ${id}`);
  return job;
}
