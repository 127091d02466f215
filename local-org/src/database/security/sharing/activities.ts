/**
 * Tasks and events. With the private default they are seen by owner, people above, and whoever sees a record they belong to;
 * changed by owner and people above. Controlled by parent, they are changed by whoever may change that record ("Organization-Wide
 * Sharing Defaults", Salesforce Help).
 */
import { quoted } from '../../store/names.ts';
import { Scope } from '../../soql/plan/scope.ts';
import { type AccessLevel, either, type Sharing } from './sharing.ts';

const RELATIONSHIPS = ['WhatId', 'WhoId'];

export function activityCondition(
  sharing: Sharing,
  scope: Scope,
  userId: string,
  level: AccessLevel,
): string | undefined {
  const { object } = scope.root;
  const controlled = object.sharingModel === 'ControlledByParent';
  const through = level === 'Read' || controlled ? relatedConditions(sharing, scope, userId, level) : [];
  return either([...sharing.owned(scope, userId), ...through]);
}

function relatedConditions(sharing: Sharing, scope: Scope, userId: string, level: AccessLevel): string[] {
  const { object, alias } = scope.root;
  const { schema } = scope.context.services.store;
  return RELATIONSHIPS.flatMap((name) => {
    const id = `${alias}.${quoted(name)}`;
    return (object.field(name)?.referenceTo ?? []).flatMap((targetName) => {
      const target = schema.object(targetName);
      if (target === undefined) return [];
      const isOfTarget = `substr(${id},1,3)=${scope.context.parameters.constant(target.keyPrefix)}`;
      const parent = new Scope(scope.context, target);
      const condition = sharing.condition(parent, userId, level === 'Read' ? 'Read' : 'Edit');
      if (condition === undefined) return [isOfTarget];
      return [
        `(${isOfTarget} AND ${id} IN (SELECT ${parent.root.alias}."Id" FROM ${parent.fromSql()} WHERE ${condition}))`,
      ];
    });
  });
}
