/** Who records can belong to and be shared with: Queue, Group and Role. */
import type {
  Group,
  MetadataAiDescriptor,
  MetadataEnrichments,
  PublicGroups,
  Queue,
  QueueMembers,
  QueueSobject,
  Role,
  RoleAndSubordinates,
  RoleAndSubordinatesInternal,
  Roles,
  Users,
} from '@salesforce/types/metadata';
import { flag, list, required, shape, text, type ValueOf } from '../shape.ts';

const publicGroups = shape<PublicGroups>()({
  publicGroup: list(text),
});

const roleAndSubordinates = shape<RoleAndSubordinates>()({
  roleAndSubordinate: list(text),
});

const roleAndSubordinatesInternal = shape<RoleAndSubordinatesInternal>()({
  roleAndSubordinateInternal: list(text),
});

const roles = shape<Roles>()({
  role: list(text),
});

const users = shape<Users>()({
  user: list(text),
});

const queueMembers = shape<QueueMembers>()({
  publicGroups,
  roleAndSubordinates,
  roleAndSubordinatesInternal,
  roles,
  users,
});

const queueSobject = shape<QueueSobject>()({
  sobjectType: required(text),
});

export const queue = shape<Queue>()({
  description: text,
  doesIncludeBosses: flag,
  doesSendEmailToMembers: flag,
  email: text,
  fullName: text,
  name: required(text),
  queueMembers,
  queueRoutingConfig: text,
  queueSobject: list(queueSobject),
});

const metadataAiDescriptor = shape<MetadataAiDescriptor>()({
  enrichedDescription: required(text),
});

const metadataEnrichments = shape<MetadataEnrichments>()({
  aiDescriptor: metadataAiDescriptor,
});

export const group = shape<Group>()({
  description: text,
  doesIncludeBosses: flag,
  enrichments: metadataEnrichments,
  fullName: text,
  name: required(text),
});

export const role = shape<Role>()({
  caseAccessLevel: text,
  contactAccessLevel: text,
  description: text,
  fullName: text,
  mayForecastManagerShare: flag,
  name: required(text),
  opportunityAccessLevel: text,
  parentRole: text,
});

export type QueueSource = ValueOf<typeof queue>;
export type GroupSource = ValueOf<typeof group>;
export type RoleSource = ValueOf<typeof role>;
