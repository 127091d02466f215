/** PlatformCachePartition. */
import type { PlatformCachePartition, PlatformCachePartitionType } from '@salesforce/types/metadata';
import { flag, list, number, required, shape, text, type ValueOf } from '../shape.ts';

const platformCachePartitionType = shape<PlatformCachePartitionType>()({
  allocatedCapacity: required(number),
  allocatedPartnerCapacity: required(number),
  allocatedPurchasedCapacity: required(number),
  allocatedTrialCapacity: required(number),
  cacheType: required(text),
});

export const platformCachePartition = shape<PlatformCachePartition>()({
  description: text,
  fullName: text,
  isDefaultPartition: required(flag),
  masterLabel: required(text),
  platformCachePartitionTypes: list(platformCachePartitionType),
});

export type PlatformCachePartitionSource = ValueOf<typeof platformCachePartition>;
