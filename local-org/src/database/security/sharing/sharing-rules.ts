/** Sharing rules of the project's metadata ("Sharing Rules", Salesforce Help). */
import type { Metadata } from '../../../metadata/metadata.ts';
import { NotSupported } from '../../../schema/errors.ts';
import type { FilterItem } from './criteria.ts';

/** Who a rule shares with, or whose records it shares. */
export interface SharingTarget {
  readonly kind: 'group' | 'queue' | 'role' | 'roleAndSubordinates' | 'allInternalUsers';
  /** API name of the group or role; empty for all internal users. */
  readonly name: string;
}

export interface SharingRule {
  readonly level: 'Read' | 'Edit';
  readonly sharedTo: readonly SharingTarget[];
  /** Whose records; undefined for rules that go by criteria. */
  readonly sharedFrom?: readonly SharingTarget[];
  readonly criteria?: { readonly items: readonly FilterItem[]; readonly logic: string | undefined };
  /** For accounts: what the rule gives on the account's contacts, opportunities and cases. */
  readonly related: Readonly<Record<'Contact' | 'Opportunity' | 'Case', string>>;
}

export type SharingRules = ReadonlyMap<string, readonly SharingRule[]>;

type SharedTo = Readonly<Record<string, unknown>>;

/** Elements that name internal users; those for portals, territories and guests never mean a user of the local org. */
const TARGET_KINDS: Readonly<Record<string, SharingTarget['kind']>> = {
  group: 'group',
  groups: 'group',
  queue: 'queue',
  role: 'role',
  roles: 'role',
  roleAndSubordinates: 'roleAndSubordinates',
  rolesAndSubordinates: 'roleAndSubordinates',
  roleAndSubordinatesInternal: 'roleAndSubordinates',
};

/** By lower-cased object name. */
export function sharingRules(metadata: Metadata): SharingRules {
  return new Map(
    [...metadata.sharingRules].map(([object, rules]) => [
      object.toLowerCase(),
      [
        ...rules.sharingOwnerRules.map((rule) => ({ ...common(rule), sharedFrom: targets(rule.sharedFrom) })),
        ...rules.sharingCriteriaRules.map((rule) => ({
          ...common(rule),
          criteria: { items: rule.criteriaItems, logic: rule.booleanFilter },
        })),
      ],
    ]),
  );
}

interface RuleElement {
  readonly accessLevel: string;
  readonly sharedTo: SharedTo;
  readonly accountSettings?: {
    readonly contactAccessLevel: string;
    readonly opportunityAccessLevel: string;
    readonly caseAccessLevel: string;
  };
}

function common({ accessLevel, sharedTo, accountSettings }: RuleElement) {
  return {
    level: accessLevel === 'Edit' ? ('Edit' as const) : ('Read' as const),
    sharedTo: targets(sharedTo),
    related: {
      Contact: accountSettings?.contactAccessLevel ?? 'None',
      Opportunity: accountSettings?.opportunityAccessLevel ?? 'None',
      Case: accountSettings?.caseAccessLevel ?? 'None',
    },
  };
}

function targets(elements: SharedTo): SharingTarget[] {
  if (elements.allInternalUsers !== undefined) return [{ kind: 'allInternalUsers', name: '' }];
  return Object.entries(elements).flatMap(([element, names]) => {
    if (!Array.isArray(names) || names.length === 0) return [];
    if (element === 'managers' || element === 'managerSubordinates') {
      throw new NotSupported('sharing rules for manager groups');
    }
    const kind = TARGET_KINDS[element];
    return kind === undefined ? [] : names.map((name) => ({ kind, name: String(name) }));
  });
}
