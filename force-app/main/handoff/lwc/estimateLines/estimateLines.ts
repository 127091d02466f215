import { api, LightningElement } from 'lwc';

/** An estimate line with its price, as the server works it out. What is not known is absent. */
export interface PricedLine {
  lineId: string;
  roleName: string;
  description?: string;
  hours: number;
  /** What an hour is sold at: the line's own rate, else the one of the rate cards. */
  billRate?: number;
  ownRate?: number;
  price?: number;
  /** Which card and line gave the rate, or what was looked for in vain. */
  why?: string;
  isRateMissing: boolean;
  startOffsetDays?: number;
  durationDays?: number;
  marginPercent?: number;
}

export interface Role {
  Id: string;
  Name: string;
}

/** Fields of a line that change; without an id it is a new one. */
export interface LineChange {
  lineId?: string;
  fields: Record<string, string | number | null>;
}

/** Inputs of a line and the fields they change. */
const FIELDS = {
  hours: 'Hours__c',
  ownRate: 'BillRate__c',
  startOffsetDays: 'StartOffsetDays__c',
  durationDays: 'DurationDays__c',
} as const;

type Input = keyof typeof FIELDS;

interface LineView extends PricedLine {
  removeLabel: string;
  labels: Record<Input, string>;
}

/**
 * Estimate lines of an opportunity: roles and hours, priced by the rate card. Fires `linesave` (a LineChange) and `lineremove`
 * ({ lineId }).
 */
export default class EstimateLines extends LightningElement {
  @api lines: PricedLine[] = [];
  @api roles: Role[] = [];
  @api canEdit = false;
  @api canSeeMargin = false;
  @api currencyCode = 'USD';
  @api isBusy = false;

  get isReadOnly(): boolean {
    return !this.canEdit || this.isBusy;
  }

  get roleOptions(): { label: string; value: string }[] {
    return this.roles.map((role) => ({ label: role.Name, value: role.Id }));
  }

  get hasLines(): boolean {
    return this.lines.length > 0;
  }

  get rows(): LineView[] {
    return this.lines.map((line) => ({
      ...line,
      removeLabel: `Remove ${line.roleName}`,
      labels: {
        hours: `Hours of ${line.roleName}`,
        ownRate: `Own rate of ${line.roleName}`,
        startOffsetDays: `Start of ${line.roleName}, working days after the services start`,
        durationDays: `Duration of ${line.roleName} in working days`,
      },
    }));
  }

  handleChange(event: Event): void {
    const input = event.currentTarget as HTMLInputElement;
    const name = input.dataset.field as Input;
    const line = this.lines.find((candidate) => candidate.lineId === input.dataset.id);
    if (line === undefined) return;
    const text = input.value.trim();
    const value = text === '' ? null : Number(text);
    if ((value !== null && !Number.isFinite(value)) || (value === null && name === 'hours')) {
      input.value = String(line[name] ?? '');
      return;
    }
    if (value !== (line[name] ?? null)) this.save({ lineId: line.lineId, fields: { [FIELDS[name]]: value } });
  }

  handleAdd(): void {
    const role = this.field('role');
    const hours = this.field('hours');
    const valid = [role, hours].map((field) => field.reportValidity()).every(Boolean);
    if (!valid) return;
    this.save({ fields: { Role__c: role.value, Hours__c: Number(hours.value) } });
    role.value = '';
    hours.value = '';
  }

  handleRemove(event: Event): void {
    const lineId = (event.currentTarget as HTMLElement).dataset.id;
    this.dispatchEvent(new CustomEvent('lineremove', { detail: { lineId } }));
  }

  private field(name: string): HTMLInputElement {
    return this.template!.querySelector<HTMLInputElement>(`[data-new="${name}"]`)!;
  }

  private save(change: LineChange): void {
    this.dispatchEvent(new CustomEvent('linesave', { detail: change }));
  }
}
