/** ListView, and the audience parts it shares with sharing rules, folders and queues. */
import type { ListView, ListViewFilter, SharedTo } from '@salesforce/types/metadata';
import { list, required, shape, text, unused, type ValueOf } from '../shape.ts';

export const sharedTo = shape<SharedTo>()({
  allCustomerPortalUsers: text,
  allInternalUsers: text,
  allPartnerUsers: text,
  allRestrictedEmployeeUsers: text,
  channelProgramGroup: list(text),
  channelProgramGroups: list(text),
  group: list(text),
  groups: list(text),
  guestUser: list(text),
  managerSubordinates: list(text),
  managers: list(text),
  portalRole: list(text),
  portalRoleAndSubordinates: list(text),
  queue: list(text),
  role: list(text),
  roleAndSubordinates: list(text),
  roleAndSubordinatesInternal: list(text),
  roles: list(text),
  rolesAndSubordinates: list(text),
  territories: list(text),
  territoriesAndSubordinates: list(text),
  territory: list(text),
  territoryAndSubordinates: list(text),
});

const listViewFilter = shape<ListViewFilter>()({
  field: required(text),
  operation: required(text),
  value: text,
});

export const listView = shape<ListView>()({
  booleanFilter: text,
  columns: list(text),
  division: unused,
  filterScope: required(text),
  filters: list(listViewFilter),
  fullName: text,
  label: required(text),
  language: unused,
  queue: text,
  sharedTo,
});

export type ListViewSource = ValueOf<typeof listView>;
export type SharedToSource = ValueOf<typeof sharedTo>;
