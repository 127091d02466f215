/** The bar at the very top: search, Setup and the user. */
import { LightningElement, api } from 'lwc';
import type { AppInfo } from '../apps/apps.ts';
import { maySeeSetup } from '../session/session.ts';

export default class GlobalHeader extends LightningElement {
  @api app: AppInfo | undefined;
  maySeeSetup = maySeeSetup;
}
