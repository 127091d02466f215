/** Setup: a tree of what can be looked at, and the page chosen in it. */
import { LightningElement, api } from 'lwc';
import { urlOf, type PageReference } from '../router/router.ts';
import { setTitle } from '../router/title.ts';

interface Node {
  readonly name: string;
  readonly label: string;
}

const NODES: readonly (Node & { readonly children: readonly Node[] })[] = [
  {
    name: 'users',
    label: 'Users',
    children: [
      { name: 'Users', label: 'Users' },
      { name: 'PermissionSets', label: 'Permission Sets' },
      { name: 'LoginHistory', label: 'Login History' },
      { name: 'SessionManagement', label: 'Session Management' },
    ],
  },
  { name: 'objects', label: 'Objects and Fields', children: [{ name: 'ObjectManager', label: 'Object Manager' }] },
  { name: 'email', label: 'Email', children: [{ name: 'SentEmail', label: 'Sent Email' }] },
  { name: 'interface', label: 'User Interface', children: [{ name: 'Tabs', label: 'Tabs' }] },
  { name: 'process', label: 'Process Automation', children: [{ name: 'Flows', label: 'Flows' }] },
  { name: 'code', label: 'Custom Code', children: [{ name: 'ApexClasses', label: 'Apex Classes and Triggers' }] },
  {
    name: 'environments',
    label: 'Environments',
    children: [
      { name: 'AsyncApexJobs', label: 'Apex Jobs' },
      { name: 'ApexDebugLogs', label: 'Debug Logs' },
    ],
  },
];

export default class SetupApp extends LightningElement {
  private shown!: PageReference;

  @api get page(): PageReference {
    return this.shown;
  }

  set page(page: PageReference) {
    this.shown = page;
    setTitle(this.title, 'Setup');
  }

  private get node(): string {
    return this.shown.attributes.node ?? '';
  }

  get title(): string {
    const known = NODES.flatMap((group) => group.children).find((node) => node.name === this.node);
    return known?.label ?? 'Setup Home';
  }

  get groups(): readonly object[] {
    return NODES.map((group) => ({
      ...group,
      children: group.children.map((node) => ({
        ...node,
        url: setupUrl(node.name),
        current: node.name === this.node ? 'page' : undefined,
        class: `slds-nav-vertical__item ${node.name === this.node ? 'slds-is-active' : ''}`,
      })),
    }));
  }

  get isHome(): boolean {
    return !NODES.some((group) => group.children.some((node) => node.name === this.node));
  }

  get layoutClass(): string {
    return this.isHome ? 'setup' : 'setup of-page';
  }

  get homeUrl(): string {
    return setupUrl('SetupOneHome');
  }

  get isFlow(): boolean {
    return this.node === 'Flows' && this.shown.attributes.detail !== undefined;
  }

  get isSentEmail(): boolean {
    return this.node === 'SentEmail' && this.shown.attributes.detail !== undefined;
  }

  get detail(): string | undefined {
    return this.shown.attributes.detail;
  }

  get path(): string {
    return this.detail === undefined ? this.node : `${this.node}/${this.detail}`;
  }
}

function setupUrl(node: string): string {
  return urlOf({ type: 'shell__setup', attributes: { node }, state: {} });
}
