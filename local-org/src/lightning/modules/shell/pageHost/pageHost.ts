/** Shows the page of a page reference. */
import { LightningElement, api } from 'lwc';
import { decodeDefaultFieldValues } from '../../lightning/pageReferenceUtils/pageReferenceUtils.ts';
import { openApp } from '../apps/apps.ts';
import { openRecordForm } from '../actions/recordForms.ts';
import { goTo, navigate, urlOf, type PageReference } from '../router/router.ts';

export default class PageHost extends LightningElement {
  private shown!: PageReference;
  /** The page under a form that has a url of its own (`/lightning/o/Account/new`). */
  private background: PageReference | undefined;

  @api get page(): PageReference {
    return this.shown;
  }

  set page(page: PageReference) {
    const under = formBackground(page);
    if (under === undefined) {
      this.background = page;
      this.shown = page;
    } else {
      this.shown = this.background ?? under;
      void this.openForm(page, this.shown);
    }
    if (page.type === 'standard__app') void this.openApp(page);
  }

  private async openForm(page: PageReference, under: PageReference): Promise<void> {
    const { objectApiName, recordId, actionName } = page.attributes;
    const { defaultFieldValues, navigationLocation, recordTypeId } = page.state;
    const url = location.href;
    const saved = await openRecordForm({
      ...(objectApiName === undefined ? {} : { objectApiName }),
      ...(actionName === 'edit' ? { recordId: recordId! } : {}),
      ...(actionName === 'clone' ? { cloneOf: recordId! } : {}),
      ...(recordTypeId === undefined ? {} : { recordTypeId }),
      ...(defaultFieldValues === undefined ? {} : { defaults: decodeDefaultFieldValues(defaultFieldValues) }),
    });
    // Whoever went elsewhere while the form was open stays there.
    if (location.href !== url) return;
    const staysWhereItWas = actionName === 'edit' || navigationLocation === 'RELATED_LIST';
    if (saved === undefined || staysWhereItWas) return navigate(under, true);
    navigate(
      {
        type: 'standard__recordPage',
        attributes: { objectApiName: saved.apiName, recordId: saved.id, actionName: 'view' },
        state: {},
      },
      true,
    );
  }

  private async openApp(page: PageReference): Promise<void> {
    const app = await openApp(page.attributes.appTarget ?? '');
    const first = app?.navItems[0];
    goTo(first === undefined ? '/lightning/page/home' : urlOf(first.page), true);
  }

  private get attributes(): PageReference['attributes'] {
    return this.shown.attributes;
  }

  get isHome(): boolean {
    return this.shown.type === 'standard__namedPage' && this.attributes.pageName === 'home';
  }

  private get isOfApprovals(): boolean {
    return this.attributes.objectApiName === 'ProcessInstanceWorkitem';
  }

  get isApprovalList(): boolean {
    return this.shown.type === 'standard__objectPage' && this.isOfApprovals;
  }

  get isApprovalRequest(): boolean {
    return this.shown.type === 'standard__recordPage' && this.isOfApprovals;
  }

  get isAnalyticsHome(): boolean {
    const { objectApiName } = this.attributes;
    return this.shown.type === 'standard__objectPage' && (objectApiName === 'Report' || objectApiName === 'Dashboard');
  }

  get isReport(): boolean {
    return this.shown.type === 'standard__recordPage' && this.isOf('Report', '00O');
  }

  get isDashboard(): boolean {
    return this.shown.type === 'standard__recordPage' && this.isOf('Dashboard', '01Z');
  }

  private isOf(objectApiName: string, keyPrefix: string): boolean {
    return this.attributes.objectApiName === objectApiName || this.attributes.recordId?.startsWith(keyPrefix) === true;
  }

  get isRecord(): boolean {
    return this.shown.type === 'standard__recordPage';
  }

  get recordId(): string | undefined {
    return this.attributes.recordId;
  }

  get isRelatedList(): boolean {
    return this.shown.type === 'standard__recordRelationshipPage';
  }

  get isObject(): boolean {
    return this.shown.type === 'standard__objectPage';
  }

  get isTab(): boolean {
    return this.shown.type === 'standard__navItemPage';
  }

  get isComponent(): boolean {
    return this.shown.type === 'standard__component';
  }

  get componentName(): string {
    return this.attributes.componentName?.replace(/^c__/, 'c/') ?? '';
  }

  get isSearch(): boolean {
    return this.shown.type === 'standard__search';
  }

  get isSetup(): boolean {
    return this.shown.type === 'shell__setup';
  }

  get isApp(): boolean {
    return this.shown.type === 'standard__app';
  }
}

/** The page a form is opened over when the app is loaded at the form's url; undefined for a page that is no form. */
function formBackground(page: PageReference): PageReference | undefined {
  const { actionName } = page.attributes;
  if (page.type === 'standard__objectPage' && actionName === 'new') {
    return { ...page, attributes: { ...page.attributes, actionName: 'home' }, state: {} };
  }
  if (page.type === 'standard__recordPage' && (actionName === 'edit' || actionName === 'clone')) {
    return { ...page, attributes: { ...page.attributes, actionName: 'view' }, state: {} };
  }
  return undefined;
}
