/** Sharing rules, list views and queues name groups, roles and objects. */
import type { SharedToSource } from '../metadata/readers/list-view.ts';
import type { Catalogue, Place } from './catalogue.ts';

export function checkPeople(catalogue: Catalogue): void {
  const { metadata } = catalogue;
  for (const rules of metadata.sharingRules.values()) {
    const object = catalogue.object(rules, rules.fullName);
    if (object === undefined) continue;
    for (const rule of rules.sharingOwnerRules) {
      checkAudience(catalogue, rule, rule.sharedFrom);
      checkAudience(catalogue, rule, rule.sharedTo);
    }
    for (const rule of [...rules.sharingCriteriaRules, ...rules.sharingGuestRules]) {
      checkAudience(catalogue, rule, rule.sharedTo);
      for (const item of rule.criteriaItems) catalogue.field(item, object, item.field);
    }
  }
  for (const { listViews } of metadata.objects.values()) {
    for (const view of listViews.values()) {
      if (view.queue !== undefined) catalogue.component(view, 'Queue', metadata.queues, view.queue);
      if (view.sharedTo !== undefined) checkAudience(catalogue, view, view.sharedTo);
    }
  }
  for (const queue of metadata.queues.values()) {
    for (const one of queue.queueSobject) catalogue.object(one, one.sobjectType);
    const members = queue.queueMembers;
    for (const name of members?.publicGroups?.publicGroup ?? []) {
      catalogue.component(queue, 'Group', metadata.groups, name);
    }
    for (const name of members?.roles?.role ?? []) catalogue.component(queue, 'Role', metadata.roles, name);
  }
  for (const role of metadata.roles.values()) {
    if (role.parentRole !== undefined) catalogue.component(role, 'Role', metadata.roles, role.parentRole);
  }
}

function checkAudience(catalogue: Catalogue, place: Place, audience: SharedToSource): void {
  const { metadata } = catalogue;
  for (const name of audience.group) catalogue.component(place, 'Group', metadata.groups, name);
  for (const name of audience.queue) catalogue.component(place, 'Queue', metadata.queues, name);
  for (const name of [...audience.role, ...audience.roleAndSubordinates, ...audience.roleAndSubordinatesInternal]) {
    catalogue.component(place, 'Role', metadata.roles, name);
  }
}
