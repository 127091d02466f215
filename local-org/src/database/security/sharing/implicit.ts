/** Access that comes with accounts ("Implicit Sharing", Salesforce Help). */
import { Scope } from '../../soql/plan/scope.ts';
import { jsonList } from '../../store/json-list.ts';
import { type AccessLevel, either, LEVELS_GIVING, type Sharing } from './sharing.ts';
import { findShareTable } from './share-table.ts';

type Related = 'Contact' | 'Opportunity' | 'Case';

const RELATED: readonly Related[] = ['Contact', 'Opportunity', 'Case'];

export function implicitConditions(sharing: Sharing, scope: Scope, userId: string, level: AccessLevel): string[] {
  const { name } = scope.root.object;
  if (name === 'Account') return level === 'Read' ? parentsOfVisible(sharing, scope, userId) : [];
  return isRelated(name) && level !== 'All' ? childrenOfAccounts(sharing, scope, userId, level, name) : [];
}

function isRelated(name: string): name is Related {
  return (RELATED as readonly string[]).includes(name);
}

/** "Parent": who has a contact, opportunity or case of an account may read the account. */
function parentsOfVisible(sharing: Sharing, scope: Scope, userId: string): string[] {
  const { schema } = scope.context.services.store;
  return RELATED.flatMap((name) => {
    const object = schema.object(name);
    if (object === undefined || object.sharingModel !== 'Private') return [];
    const child = new Scope(scope.context, object);
    const visible = either(sharing.direct(child, userId, 'Read'));
    if (visible === undefined) return [];
    return [
      `${scope.root.alias}."Id" IN (SELECT ${child.root.alias}."AccountId" FROM ${child.fromSql()} WHERE ${visible})`,
    ];
  });
}

/** "Child": what the role of an account's owner, a share or a rule of the account gives on its contacts, opportunities and cases. */
function childrenOfAccounts(
  sharing: Sharing,
  scope: Scope,
  userId: string,
  level: AccessLevel,
  name: Related,
): string[] {
  const { schema } = scope.context.services.store;
  const object = schema.object('Account');
  if (object === undefined) return [];
  const giving = LEVELS_GIVING[level];
  const account = new Scope(scope.context, object);
  const { parameters } = scope.context;
  const owners = parameters.dynamic(() => {
    const { users } = sharing.principalsOf(userId);
    return jsonList(
      users.filter((id) => giving.includes(sharing.directory.role(id)?.accountOwnerAccess[name] ?? 'None')),
    );
  });
  const conditions = [`${account.root.alias}."OwnerId" IN (SELECT value FROM json_each(${owners}))`];

  const share = findShareTable(schema, object);
  if (share !== undefined) {
    const levels = giving.map((value) => `'${value}'`).join();
    conditions.push(
      `${account.root.alias}."Id" IN (SELECT s."AccountId" FROM "AccountShare" s WHERE s."RowCause" IS NOT 'Owner' AND ` +
        `s."UserOrGroupId" IN ${sharing.principalList(parameters, userId)} AND s."${name}AccessLevel" IN (${levels}))`,
    );
  }
  for (const rule of sharing.rulesOf(object)) {
    if (giving.includes(rule.related[name])) {
      conditions.push(...[sharing.ruleCondition(account, userId, rule) ?? []].flat());
    }
  }
  const accounts = `SELECT ${account.root.alias}."Id" FROM ${account.fromSql()} WHERE ${either(conditions)}`;
  return [`${scope.root.alias}."AccountId" IN (${accounts})`];
}
