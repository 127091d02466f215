/** What commands share: options, and the org they work on. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { UserContext } from '../database/services.ts';
import { Org, type OrgOptions } from '../org/org.ts';
import { parseCurrencies } from '../schema/currencies.ts';

/** Where a command writes. */
export interface Output {
  /** The result. */
  print(text: string): void;
  /** Progress and problems. */
  note(text: string): void;
}

/** A mistake of whoever called: shown as it is, without a stack. */
export class UsageError extends Error {}

export const DATABASE_FILE = 'org.sqlite';

/** Option of commands that work on an org of the user's choice. */
export const orgOptions = {
  data: { type: 'string' },
  memory: { type: 'boolean' },
  user: { type: 'string' },
  currencies: { type: 'string' },
} as const;

export interface OrgValues {
  readonly data?: string;
  readonly memory?: boolean;
  readonly user?: string;
  readonly currencies?: string;
}

/** `--data`, else `$LOCAL_ORG_DATA`, else `.local-org` in the current folder. */
export function dataFolder(data: string | undefined): string {
  return path.resolve(data ?? process.env.LOCAL_ORG_DATA ?? '.local-org');
}

/** Folders named on the command line, else the current one. */
export function projectRoots(positionals: readonly string[]): readonly string[] {
  return positionals.length > 0 ? positionals : ['.'];
}

export function openOrg(values: OrgValues, positionals: readonly string[], more: Partial<OrgOptions> = {}): Org {
  return Org.open({
    projectRoots: projectRoots(positionals),
    database: databaseOf(values),
    ...currenciesOf(values),
    ...more,
  });
}

/** `--currencies`: the org has several. */
export function currenciesOf({ currencies }: Pick<OrgValues, 'currencies'>): Pick<OrgOptions, 'currencies'> {
  return currencies === undefined ? {} : { currencies: parseCurrencies(currencies) };
}

/** The user of `--user`, else the administrator. */
export function userOf(org: Org, { user }: OrgValues): UserContext {
  if (user === undefined) return org.administrator;
  const found = org.findUser(user);
  if (found === undefined) throw new UsageError(`There is no active user ${user}`);
  return found;
}

function databaseOf({ data, memory }: OrgValues): string {
  if (memory === true) return ':memory:';
  const folder = dataFolder(data);
  mkdirSync(folder, { recursive: true });
  return path.join(folder, DATABASE_FILE);
}
