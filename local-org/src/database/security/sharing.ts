import type { ObjectSchema } from '../../schema/model.ts';
import type { Parameters } from '../soql/plan/parameters.ts';
export type AccessLevel = 'Read' | 'Edit' | 'All';
export interface Sharing {
  condition(
    userId: string,
    object: ObjectSchema,
    alias: string,
    level: AccessLevel,
    parameters: Parameters,
  ): string | undefined;
}
