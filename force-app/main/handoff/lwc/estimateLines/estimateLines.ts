import { api, LightningElement } from 'lwc';

export interface EstimateLine {
  id: string;
  roleId: string;
  roleName: string;
  description?: string;
  hours: number;
  /** What an hour is sold at: the line's own rate, else the one of the rate card. */
  billRate?: number | null;
  billRateOverride?: number | null;
  amount?: number | null;
  startOffsetDays?: number | null;
  durationDays?: number | null;
  startDate?: string;
  endDate?: string;
  rateStatus: 'Resolved' | 'Missing';
  rateExplanation?: string;
  cost?: number | null;
  marginPercent?: number | null;
}

export interface Role {
  id: string;
  name: string;
}

/** Changes of one line; without an id it is a new one. */
export interface LineChange {
  id?: string;
  roleId: string;
  description?: string;
  hours: number;
  billRateOverride?: number | null;
  startOffsetDays?: number | null;
  durationDays?: number | null;
}

type Field = 'hours' | 'billRateOverride' | 'startOffsetDays' | 'durationDays';

/**
 * Estimate lines of an opportunity: roles and hours, priced by the rate card. Fires `linesave` (a LineChange) and `lineremove`
 * ({ lineId }).
 */
export default class EstimateLines extends LightningElement {
  @api lines: EstimateLine[] = [];
  @api roles: Role[] = [];
  @api canEdit = false;
  @api canSeeMargin = false;
  @api currencyCode = 'USD';
  @api isBusy = false;

  get isReadOnly(): boolean {
    return !this.canEdit || this.isBusy;
  }

  get roleOptions(): { label: string; value: string }[] {
    return this.roles.map((role) => ({ label: role.name, value: role.id }));
  }

  get hasLines(): boolean {
    return this.lines.length > 0;
  }

  get rows(): (EstimateLine & {
    isMissing: boolean;
    rateText: string;
    removeLabel: string;
    labels: Record<Field, string>;
  })[] {
    return this.lines.map((line) => ({
      ...line,
      isMissing: line.rateStatus === 'Missing',
      rateText: line.rateExplanation ?? '',
      removeLabel: `Remove ${line.roleName}`,
      labels: {
        hours: `Hours of ${line.roleName}`,
        billRateOverride: `Own rate of ${line.roleName}`,
        startOffsetDays: `Start of ${line.roleName}, working days after the services start`,
        durationDays: `Duration of ${line.roleName} in working days`,
      },
    }));
  }

  handleChange(event: Event): void {
    const input = event.currentTarget as HTMLInputElement;
    const line = this.lines.find((candidate) => candidate.id === input.dataset.id);
    const field = input.dataset.field as Field;
    if (line === undefined) return;
    const text = input.value.trim();
    const value = text === '' ? null : Number(text);
    if ((value !== null && !Number.isFinite(value)) || (value === null && field === 'hours')) {
      input.value = String(line[field] ?? '');
      return;
    }
    if (value === (line[field] ?? null)) return;
    this.save({
      id: line.id,
      roleId: line.roleId,
      description: line.description,
      hours: line.hours,
      billRateOverride: line.billRateOverride ?? null,
      startOffsetDays: line.startOffsetDays ?? null,
      durationDays: line.durationDays ?? null,
      [field]: value,
    });
  }

  handleAdd(): void {
    const role = this.field('role');
    const hours = this.field('hours');
    const valid = [role, hours].map((field) => field.reportValidity()).every(Boolean);
    if (!valid) return;
    this.save({ roleId: role.value, hours: Number(hours.value) });
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
