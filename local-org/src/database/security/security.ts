import type { SecurityService } from '../services.ts';
import type { Sharing } from './sharing.ts';
export interface Security extends SecurityService {
  readonly sharing: Sharing;
  version(): string;
}
