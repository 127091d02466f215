/** How long sessions last and what passwords must be: what the project's SecuritySettings say, else what a new org has. */
import type { Metadata } from '../metadata/metadata.ts';
import { OrgError } from '../schema/errors.ts';

export interface SecurityPolicy {
  /** A session ends when nothing is asked for this long. */
  readonly sessionSeconds: number;
  /** Wrong passwords in a row that lock a user out. */
  readonly failures: number;
  readonly lockoutMs: number;
  readonly minimumLength: number;
  readonly complexity: keyof typeof COMPLEXITIES;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

const SESSION_SECONDS = {
  FifteenMinutes: 15 * MINUTE,
  ThirtyMinutes: 30 * MINUTE,
  SixtyMinutes: HOUR,
  NinetyMinutes: 90 * MINUTE,
  TwoHours: 2 * HOUR,
  FourHours: 4 * HOUR,
  EightHours: 8 * HOUR,
  TwelveHours: 12 * HOUR,
  TwentyFourHours: 24 * HOUR,
} as const;

const LOCKOUT_SECONDS = {
  FifteenMinutes: 15 * MINUTE,
  ThirtyMinutes: 30 * MINUTE,
  SixtyMinutes: HOUR,
  Forever: Infinity,
} as const;

const FAILURES = { ThreeAttempts: 3, FiveAttempts: 5, TenAttempts: 10, NoLimit: Infinity } as const;

const LETTER = /\p{L}/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const DIGIT = /\d/;
const SPECIAL = /[!#$%\-_=+<>@^&*()[\]{}|;:'",.?/`~\\]/;

/** "Password complexity requirement" (Salesforce Help, "Set Password Policies"): this many of these kinds of characters. */
const COMPLEXITIES = {
  NoRestriction: { kinds: [], needed: 0, text: '' },
  AlphaNumeric: { kinds: [LETTER, DIGIT], needed: 2, text: 'a mix of letters and numbers' },
  SpecialCharacters: {
    kinds: [LETTER, DIGIT, SPECIAL],
    needed: 3,
    text: 'a mix of letters, numbers and special characters',
  },
  UpperLowerCaseNumeric: {
    kinds: [UPPER, LOWER, DIGIT],
    needed: 3,
    text: 'a mix of numbers and uppercase and lowercase letters',
  },
  UpperLowerCaseNumericSpecialCharacters: {
    kinds: [UPPER, LOWER, DIGIT, SPECIAL],
    needed: 4,
    text: 'a mix of numbers, uppercase and lowercase letters, and special characters',
  },
  Any3UpperLowerCaseNumericSpecialCharacters: {
    kinds: [UPPER, LOWER, DIGIT, SPECIAL],
    needed: 3,
    text: 'at least 3 of these: uppercase letters, lowercase letters, numbers, special characters',
  },
} as const;

/**
 * The time-out and the lock of a new org ("Modify Session Security Settings", "Set Password Policies"). A new org would also ask
 * for letters and numbers; here every password will do until the project says otherwise.
 */
export function securityPolicy({ securitySettings }: Pick<Metadata, 'securitySettings'>): SecurityPolicy {
  const [settings] = securitySettings.values();
  const passwords = settings?.passwordPolicies;
  return {
    sessionSeconds: SESSION_SECONDS[settings?.sessionSettings?.sessionTimeout ?? 'TwoHours'],
    failures: FAILURES[passwords?.maxLoginAttempts ?? 'TenAttempts'],
    lockoutMs: LOCKOUT_SECONDS[passwords?.lockoutInterval ?? 'FifteenMinutes'] * 1000,
    minimumLength: Number(passwords?.minimumPasswordLength ?? 0),
    complexity: passwords?.complexity ?? 'NoRestriction',
  };
}

/** Throws `INVALID_NEW_PASSWORD` for a password that the policy forbids. */
export function checkPassword(policy: SecurityPolicy, password: string): void {
  const { kinds, needed, text } = COMPLEXITIES[policy.complexity];
  if (password.length < policy.minimumLength) {
    throw refused(`Your password must be at least ${policy.minimumLength} characters long.`);
  }
  if (kinds.filter((kind) => kind.test(password)).length < needed) {
    throw refused(`Your password must include ${text}.`);
  }
}

function refused(message: string): OrgError {
  return new OrgError('INVALID_NEW_PASSWORD', message);
}
