import { api, LightningElement } from 'lwc';
import book from '@salesforce/apex/ProjectStaffingController.book';
import hold from '@salesforce/apex/ProjectStaffingController.hold';
import load from '@salesforce/apex/ProjectStaffingController.load';
import match from '@salesforce/apex/ProjectStaffingController.match';
import release from '@salesforce/apex/ProjectStaffingController.release';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import type { Candidates } from 'c/candidateList';
import { daysText } from 'c/dates';
import { errorMessages } from 'c/errorMessages';

type RequestStatus = 'Open' | 'Held' | 'Filled' | 'Cancelled';

interface Named {
  Name: string;
}

interface Skill {
  Skill__r?: Named;
  MinimumLevel__c: number;
  Importance__c: 'Essential' | 'Desirable';
}

interface Assignment {
  Id: string;
  Resource__r?: Named;
  BookingType__c: 'Soft' | 'Hard';
  StartDate__c: string;
  EndDate__c: string;
  PlannedHours__c?: number;
}

interface Request {
  Id: string;
  Name: string;
  Role__r?: Named;
  Task__r?: Named;
  StartDate__c: string;
  EndDate__c: string;
  RequestedHours__c: number;
  BookedHours__c?: number;
  HeldHours__c?: number;
  Status__c: RequestStatus;
  Skills__r?: Skill[];
  Assignments__r?: Assignment[];
}

interface Staffing {
  requests: Request[];
  /** Whether people can be booked; for an opportunity they can only be held. */
  canBook: boolean;
  isEditable: boolean;
}

interface BookingView {
  id: string;
  who: string;
  text: string;
  releaseLabel: string;
  cssClass: string;
}

interface RequestView {
  id: string;
  title: string;
  status: RequestStatus;
  statusClass: string;
  facts: string;
  details: string;
  isSearching: boolean;
  canMatch: boolean;
  matchLabel: string;
  bookings: BookingView[];
  found?: Candidates;
}

const STATUS_THEMES: Record<RequestStatus, string> = {
  Open: 'slds-badge slds-theme_warning slds-m-left_x-small',
  Held: 'slds-badge badge_held slds-m-left_x-small',
  Filled: 'slds-badge slds-theme_success slds-m-left_x-small',
  Cancelled: 'slds-badge slds-m-left_x-small',
};

/** Requests of a project or an opportunity, or one request alone, with who is held or booked, and ranked candidates for what is still open. */
export default class ProjectStaffing extends LightningElement {
  @api recordId!: string;

  staffing?: Staffing;
  loadErrors?: unknown;
  /** Candidates by request, and the requests whose candidates are being looked for. */
  found: Record<string, Candidates> = {};
  searching: string[] = [];
  isBusy = false;
  announcement = '';

  connectedCallback(): void {
    this.reload();
  }

  get isLoading(): boolean {
    return this.staffing === undefined && this.loadErrors === undefined;
  }

  get isEmpty(): boolean {
    return this.staffing !== undefined && this.staffing.requests.length === 0;
  }

  get canHold(): boolean {
    return this.staffing?.isEditable === true;
  }

  get canBook(): boolean {
    return this.canHold && this.staffing?.canBook === true;
  }

  get summary(): string {
    const requests = this.staffing?.requests ?? [];
    const count = (status: RequestStatus): number => requests.filter((request) => request.Status__c === status).length;
    const noun = requests.length === 1 ? 'request' : 'requests';
    return `${requests.length} ${noun}: ${count('Filled')} filled, ${count('Held')} held, ${count('Open')} open`;
  }

  get requests(): RequestView[] {
    return (this.staffing?.requests ?? []).map((request) => {
      const found = this.found[request.Id];
      return {
        id: request.Id,
        title: request.Role__r?.Name ?? request.Name,
        status: request.Status__c,
        statusClass: STATUS_THEMES[request.Status__c],
        facts: factsOf(request),
        details: [request.Name, request.Task__r?.Name, skillsOf(request)].filter((part) => part).join(' · '),
        isSearching: this.searching.includes(request.Id),
        canMatch: request.Status__c === 'Open' || request.Status__c === 'Held',
        matchLabel: found === undefined ? 'Find candidates' : 'Hide candidates',
        bookings: (request.Assignments__r ?? []).map(bookingView),
        found,
      };
    });
  }

  async handleMatch(event: Event): Promise<void> {
    const requestId = (event.currentTarget as HTMLElement).dataset.id ?? '';
    if (this.found[requestId] !== undefined) {
      this.found = without(this.found, requestId);
      return;
    }
    this.searching = [...this.searching, requestId];
    try {
      const candidates = await match<Candidates>({ requestId });
      this.found = { ...this.found, [requestId]: candidates };
      this.announcement = `${candidates.qualifiedCount} candidates found.`;
    } catch (error) {
      this.refuse('No candidates were looked for', error);
    } finally {
      this.searching = this.searching.filter((id) => id !== requestId);
    }
  }

  handleHold(event: CustomEvent<{ resourceId: string }>): void {
    const requestId = this.requestOf(event);
    const order = { requestId, resourceId: event.detail.resourceId };
    this.run('Held', () => hold<Staffing>({ recordId: this.recordId, order }), requestId);
  }

  handleBook(event: CustomEvent<{ resourceId: string }>): void {
    const requestId = this.requestOf(event);
    const order = { requestId, resourceId: event.detail.resourceId };
    this.run('Booked', () => book<Staffing>({ recordId: this.recordId, order }), requestId);
  }

  handleRelease(event: Event): void {
    const assignmentId = (event.currentTarget as HTMLElement).dataset.id ?? '';
    this.run('Released', () => release<Staffing>({ recordId: this.recordId, assignmentId }));
  }

  async reload(): Promise<void> {
    this.loadErrors = undefined;
    try {
      this.staffing = await load<Staffing>({ recordId: this.recordId });
    } catch (error) {
      this.loadErrors = error;
    }
  }

  private requestOf(event: Event): string {
    return (event.currentTarget as HTMLElement).dataset.request ?? '';
  }

  /** Saves and shows what comes back; the candidates of the request are out of date then and are closed. */
  private async run(label: string, save: () => Promise<Staffing>, requestId?: string): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      this.staffing = await save();
      if (requestId !== undefined) this.found = without(this.found, requestId);
      this.announcement = `${label}. ${this.summary}.`;
      this.dispatchEvent(new ShowToastEvent({ title: label, message: this.summary, variant: 'success' }));
      notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
    } catch (error) {
      this.refuse('The staffing was not changed', error);
    } finally {
      this.isBusy = false;
    }
  }

  private refuse(title: string, error: unknown): void {
    const message = errorMessages(error).join(' ');
    this.dispatchEvent(new ShowToastEvent({ title, message, variant: 'error', mode: 'sticky' }));
  }
}

function factsOf(request: Request): string {
  const { StartDate__c: start, EndDate__c: end, RequestedHours__c: requested } = request;
  const hours = `${requested} h requested, ${request.BookedHours__c ?? 0} h booked, ${request.HeldHours__c ?? 0} h held`;
  return `${daysText(start, end)} · ${hours}`;
}

function skillsOf(request: Request): string {
  return (request.Skills__r ?? [])
    .map((skill) => {
      const desirable = skill.Importance__c === 'Desirable' ? ' (desirable)' : '';
      return `${skill.Skill__r?.Name ?? ''} ${skill.MinimumLevel__c}+${desirable}`;
    })
    .join(', ');
}

function bookingView(assignment: Assignment): BookingView {
  const isHard = assignment.BookingType__c === 'Hard';
  const who = assignment.Resource__r?.Name ?? '';
  const dates = daysText(assignment.StartDate__c, assignment.EndDate__c);
  return {
    id: assignment.Id,
    who,
    text: `${isHard ? 'Booked' : 'Held'}, ${dates}, ${assignment.PlannedHours__c ?? 0} h`,
    releaseLabel: `Release ${who}`,
    cssClass: isHard ? 'booking booking_hard' : 'booking booking_soft',
  };
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
