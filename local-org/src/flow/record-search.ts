import type { ObjectSchema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';
import type { Interview } from './interview.ts';
import { Binds, type BoundValues, type RecordFilters } from './record-filters.ts';

export interface SearchOptions {
  readonly object: ObjectSchema;
  readonly filters: RecordFilters;
  readonly fields: readonly string[];
  readonly orderBy?: string;
  /** Most records for an interview. */
  readonly limit: (interview: Interview) => number;
}

interface Request {
  readonly bound: BoundValues;
  readonly interviews: Interview[];
}

/**
 * The records that each interview's filters find, with one query for all of them. Interviews that ask for the same share
 * what is found. Throws `OrgError`.
 */
export function searchRecords(interviews: readonly Interview[], options: SearchOptions): Map<Interview, SObject[]> {
  const requests = distinctRequests(interviews, options.filters);
  const found = query(requests, options);
  const results = new Map<Interview, SObject[]>();
  for (const { bound, interviews: asking } of requests) {
    for (const interview of asking) {
      const matching =
        requests.length === 1
          ? found
          : found.filter((record) => options.filters.matches(record, bound, interview.run.timeZone));
      results.set(interview, matching.slice(0, options.limit(interview)));
    }
  }
  return results;
}

function distinctRequests(interviews: readonly Interview[], filters: RecordFilters): Request[] {
  const requests = new Map<string, Request>();
  for (const interview of interviews) {
    const bound = filters.bind(interview);
    const key = JSON.stringify(bound);
    const known = requests.get(key);
    if (known === undefined) requests.set(key, { bound, interviews: [interview] });
    else known.interviews.push(interview);
  }
  return [...requests.values()];
}

function query(requests: readonly Request[], { object, filters, fields, orderBy, limit }: SearchOptions): SObject[] {
  const [{ run }] = requests[0].interviews as [Interview];
  const binds = new Binds();
  const condition = filters.condition(
    requests.map(({ bound }) => bound),
    binds,
    run.timeZone,
  );
  const limits = requests.flatMap(({ interviews }) => interviews.map(limit));
  const most = requests.length === 1 ? Math.max(...limits) : Infinity;
  const selected = new Set(['Id', ...fields, ...(requests.length === 1 ? [] : filters.fields)]);
  const soql = [
    `SELECT ${[...selected].join(', ')} FROM ${object.name}`,
    condition === '' ? '' : `WHERE ${condition}`,
    orderBy ?? '',
    most === Infinity ? '' : `LIMIT ${most}`,
  ];
  const { records } = run.tx.org.query.run(run.tx, soql.filter(Boolean).join(' '), {
    ...run.access,
    bind: ({ text }) => binds.get(text),
  });
  return records;
}
