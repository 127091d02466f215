import { api, LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import book from '@salesforce/apex/ProjectStaffingController.book';
import findCandidates from '@salesforce/apex/ProjectStaffingController.findCandidates';
import getStaffing from '@salesforce/apex/ProjectStaffingController.getStaffing';
import hold from '@salesforce/apex/ProjectStaffingController.hold';
import release from '@salesforce/apex/ProjectStaffingController.release';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import type { Candidates } from 'c/candidateList';
import { errorMessages } from 'c/errorMessages';

type RequestStatus = 'Open' | 'Held' | 'Filled' | 'Cancelled';

interface Skill {
  name: string;
  minimumLevel: number;
  importance: 'Essential' | 'Desirable';
}

interface Assignment {
  id: string;
  resourceId: string;
  resourceName: string;
  bookingType: 'Soft' | 'Hard';
  startDate: string;
  endDate: string;
  plannedHours?: number;
  hoursPerDay?: number;
}

interface Request {
  id: string;
  name: string;
  roleName: string;
  startDate: string;
  endDate: string;
  requestedHours: number;
  bookedHours?: number;
  heldHours?: number;
  status: RequestStatus;
  skills: Skill[];
  assignments: Assignment[];
}

interface Staffing {
  projectId: string;
  canStaff: boolean;
  requests: Request[];
}

interface RequestView extends Request {
  isOpen: boolean;
  isSearching: boolean;
  canMatch: boolean;
  matchLabel: string;
  window: string;
  hours: string;
  statusClass: string;
  skillText: string;
  bookings: (Assignment & { text: string; releaseLabel: string; bookingClass: string; bookingText: string })[];
  found?: Candidates;
}

const STATUS_THEMES: Record<RequestStatus, string> = {
  Open: 'slds-badge slds-theme_warning',
  Held: 'slds-badge badge_held',
  Filled: 'slds-badge slds-theme_success',
  Cancelled: 'slds-badge',
};

/** Requests of a project with who is held or booked, and ranked candidates for what is still open. */
export default class ProjectStaffing extends LightningElement {
  @api recordId!: string;

  wired?: unknown;
  staffing?: Staffing;
  loadErrors?: unknown;
  /** Candidates by request, and the requests whose candidates are being looked for. */
  found: Record<string, Candidates> = {};
  searching: string[] = [];
  isBusy = false;
  announcement = '';

  @wire(getStaffing, { projectId: '$recordId' })
  receive(result: { data?: Staffing; error?: unknown }): void {
    this.wired = result;
    this.loadErrors = result.error;
    if (result.data !== undefined) this.staffing = result.data;
  }

  get isLoading(): boolean {
    return this.staffing === undefined && this.loadErrors === undefined;
  }

  get isEmpty(): boolean {
    return this.staffing !== undefined && this.staffing.requests.length === 0;
  }

  get canStaff(): boolean {
    return this.staffing?.canStaff === true;
  }

  get summary(): string {
    const requests = this.staffing?.requests ?? [];
    const count = (status: RequestStatus): number => requests.filter((request) => request.status === status).length;
    return `${requests.length} requests: ${count('Filled')} filled, ${count('Held')} held, ${count('Open')} open`;
  }

  get requests(): RequestView[] {
    return (this.staffing?.requests ?? []).map((request) => this.view(request));
  }

  private view(request: Request): RequestView {
    const found = this.found[request.id];
    return {
      ...request,
      isOpen: found !== undefined,
      isSearching: this.searching.includes(request.id),
      canMatch: request.status === 'Open' || request.status === 'Held',
      matchLabel: found === undefined ? 'Find candidates' : 'Hide candidates',
      window: `${request.startDate} to ${request.endDate}`,
      hours: `${request.requestedHours} h requested, ${request.bookedHours ?? 0} h booked, ${request.heldHours ?? 0} h held`,
      statusClass: STATUS_THEMES[request.status],
      skillText: request.skills
        .map((skill) => `${skill.name} ${skill.minimumLevel}+${skill.importance === 'Desirable' ? ' (desirable)' : ''}`)
        .join(', '),
      bookings: request.assignments.map((assignment) => ({
        ...assignment,
        text: `${assignment.startDate} to ${assignment.endDate}, ${assignment.plannedHours ?? 0} h`,
        releaseLabel: `Release ${assignment.resourceName}`,
        bookingText: assignment.bookingType === 'Hard' ? 'Booked' : 'Held',
        bookingClass: assignment.bookingType === 'Hard' ? 'booking booking_hard' : 'booking booking_soft',
      })),
      found,
    };
  }

  async handleMatch(event: Event): Promise<void> {
    const requestId = (event.currentTarget as HTMLElement).dataset.id ?? '';
    if (this.found[requestId] !== undefined) {
      this.found = without(this.found, requestId);
      return;
    }
    this.searching = [...this.searching, requestId];
    try {
      const candidates = await findCandidates<Candidates>({ requestId });
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
    this.run('Held', () => hold<Staffing>({ requestId, resourceId: event.detail.resourceId }), requestId);
  }

  handleBook(event: CustomEvent<{ resourceId: string }>): void {
    const requestId = this.requestOf(event);
    this.run('Booked', () => book<Staffing>({ requestId, resourceId: event.detail.resourceId }), requestId);
  }

  handleRelease(event: Event): void {
    const assignmentId = (event.currentTarget as HTMLElement).dataset.id ?? '';
    this.run('Released', () => release<Staffing>({ assignmentId }));
  }

  handleRetry(): void {
    this.loadErrors = undefined;
    refreshApex(this.wired);
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
      refreshApex(this.wired);
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

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
