import { api, LightningElement } from 'lwc';
import load from '@salesforce/apex/RateCardMatrixController.load';
import save from '@salesforce/apex/RateCardMatrixController.save';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { dateText, daysText } from 'c/dates';
import { errorMessages } from 'c/errorMessages';
import { RateGrid, type RateCell } from 'c/rateGrid';

interface Role {
  Id: string;
  Name: string;
}

interface Named {
  Name: string;
}

interface Card {
  Id: string;
  Name: string;
  CurrencyCode__c: string;
  StartDate__c: string;
  EndDate__c?: string;
  IsActive__c: boolean;
  Account__r?: Named;
  Region__r?: Named;
  Practice__r?: Named;
}

interface Matrix {
  roles: Role[];
  cards: Card[];
  cells: RateCell[];
  isEditable: boolean;
}

interface CellView {
  key: string;
  roleId: string;
  cardId: string;
  text: string;
  label: string;
  problem?: string;
  invalid: string;
  cellClass: string;
}

/**
 * Bill rates of roles (rows) on rate cards (columns), edited as a grid: arrow keys and Enter move, a block pastes from a
 * spreadsheet, Ctrl+Z takes back, and nothing is saved before Save. On a rate card's page it shows that card alone.
 */
export default class RateCardMatrix extends LightningElement {
  /** The rate card whose page this is on; without it all cards are shown. */
  @api recordId?: string;

  matrix?: Matrix;
  grid = RateGrid.of([]);
  loadErrors?: unknown;
  saveErrors?: unknown;
  isSaving = false;
  rateType = 'Standard';
  filter = '';

  readonly rateTypes = ['Standard', 'Overtime', 'Travel'].map((value) => ({ label: value, value }));

  connectedCallback(): void {
    this.reload();
  }

  get isLoading(): boolean {
    return this.matrix === undefined && this.loadErrors === undefined;
  }

  get isReadOnly(): boolean {
    return this.matrix?.isEditable !== true || this.isSaving;
  }

  get isEmpty(): boolean {
    return this.matrix !== undefined && (this.cards.length === 0 || this.matrix.roles.length === 0);
  }

  get emptyText(): string {
    if (this.matrix?.roles.length === 0)
      return 'There are no active roles yet. Make roles first, then give them rates here.';
    if (this.matrix?.cards.length === 0)
      return 'There are no rate cards yet. Make the default card first: one without account, region and practice.';
    return 'No rate card matches the filter.';
  }

  get showsFilter(): boolean {
    return this.recordId === undefined;
  }

  get cards(): Card[] {
    const wanted = this.filter.trim().toLowerCase();
    const cards = this.matrix?.cards ?? [];
    if (this.recordId !== undefined) return cards.filter((card) => card.Id === this.recordId);
    return cards.filter((card) => `${card.Name} ${scopeOf(card)}`.toLowerCase().includes(wanted));
  }

  get heads(): { key: string; name: string; scope: string; dates: string }[] {
    return this.cards.map((card) => ({
      key: card.Id,
      name: card.Name,
      scope: card.IsActive__c ? scopeOf(card) : `${scopeOf(card)} (inactive)`,
      dates: `${card.CurrencyCode__c}, ${card.EndDate__c === undefined ? `from ${dateText(card.StartDate__c)}` : daysText(card.StartDate__c, card.EndDate__c)}`,
    }));
  }

  get lines(): { key: string; name: string; cells: CellView[] }[] {
    const cards = this.cards;
    return (this.matrix?.roles ?? []).map((role) => ({
      key: role.Id,
      name: role.Name,
      cells: cards.map((card) => this.cellView(role, card)),
    }));
  }

  private cellView(role: Role, card: Card): CellView {
    const problem = this.grid.problem(role.Id, card.Id);
    const classes = ['rate'];
    if (this.grid.isChanged(role.Id, card.Id)) classes.push('rate_changed');
    if (problem !== undefined) classes.push('rate_invalid');
    return {
      key: card.Id,
      roleId: role.Id,
      cardId: card.Id,
      text: this.grid.text(role.Id, card.Id),
      label: `${this.rateType} rate of ${role.Name} on ${card.Name}`,
      problem,
      invalid: String(problem !== undefined),
      cellClass: classes.join(' '),
    };
  }

  get changeSummary(): string {
    const count = this.grid.changeCount;
    if (count === 0) return 'No unsaved changes';
    return count === 1 ? '1 unsaved change' : `${count} unsaved changes`;
  }

  get hasNoChanges(): boolean {
    return this.grid.changeCount === 0 || this.isSaving;
  }

  get cannotSave(): boolean {
    return this.hasNoChanges || this.grid.hasProblems;
  }

  get cannotUndo(): boolean {
    return !this.grid.canUndo || this.isSaving;
  }

  /** Switching is refused while there are changes, so that none is lost. */
  get cannotSwitch(): boolean {
    return this.grid.changeCount > 0 || this.isSaving;
  }

  handleFilter(event: CustomEvent<{ value: string }>): void {
    this.filter = event.detail.value;
  }

  handleRateType(event: CustomEvent<{ value: string }>): void {
    this.rateType = event.detail.value;
    this.reload();
  }

  handleInput(event: Event): void {
    const input = event.currentTarget as HTMLInputElement;
    this.change([{ roleId: input.dataset.role ?? '', cardId: input.dataset.card ?? '', text: input.value }]);
  }

  handlePaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    const start = this.position(event.currentTarget as HTMLElement);
    const roles = this.matrix?.roles ?? [];
    const cards = this.cards;
    const changes = text
      .trimEnd()
      .split(/\r?\n/)
      .flatMap((line, down) =>
        line.split('\t').flatMap((cell, right) => {
          const role = roles[start.row + down];
          const card = cards[start.column + right];
          return role === undefined || card === undefined ? [] : [{ roleId: role.Id, cardId: card.Id, text: cell }];
        }),
      );
    this.change(changes);
  }

  handleKeyDown(event: KeyboardEvent): void {
    const input = event.currentTarget as HTMLInputElement;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      event.preventDefault();
      this.handleInputBeforeUndo(input);
      this.handleUndo();
      return;
    }
    const { row, column } = this.position(input);
    const atStart = input.selectionStart === 0 && input.selectionEnd === 0;
    const atEnd = input.selectionStart === input.value.length;
    if (event.key === 'ArrowDown' || event.key === 'Enter') this.focusCell(row + 1, column, event);
    else if (event.key === 'ArrowUp') this.focusCell(row - 1, column, event);
    else if (event.key === 'ArrowLeft' && atStart) this.focusCell(row, column - 1, event);
    else if (event.key === 'ArrowRight' && atEnd) this.focusCell(row, column + 1, event);
  }

  /** What stands in the cell counts as typed even though it was not left yet. */
  private handleInputBeforeUndo(input: HTMLInputElement): void {
    this.change([{ roleId: input.dataset.role ?? '', cardId: input.dataset.card ?? '', text: input.value }]);
  }

  handleUndo(): void {
    this.grid = this.grid.undo();
  }

  handleDiscard(): void {
    this.grid = this.grid.discard();
    this.saveErrors = undefined;
  }

  async handleSave(): Promise<void> {
    this.isSaving = true;
    this.saveErrors = undefined;
    try {
      const changes = this.grid.changes();
      const saved = await save<RateCell[]>({ rateType: this.rateType, changes });
      this.grid = this.grid.take(saved);
      const message = changes.length === 1 ? '1 rate was saved.' : `${changes.length} rates were saved.`;
      this.dispatchEvent(new ShowToastEvent({ title: 'Rates saved', message, variant: 'success' }));
    } catch (error) {
      this.saveErrors = errorMessages(error);
    } finally {
      this.isSaving = false;
    }
  }

  async reload(): Promise<void> {
    this.loadErrors = undefined;
    this.saveErrors = undefined;
    try {
      this.matrix = await load<Matrix>({ rateType: this.rateType });
      this.grid = RateGrid.of(this.matrix.cells);
    } catch (error) {
      this.matrix = undefined;
      this.loadErrors = error;
    }
  }

  private change(changes: readonly { roleId: string; cardId: string; text: string }[]): void {
    this.grid = this.grid.type(changes);
  }

  private position(input: HTMLElement): { row: number; column: number } {
    return {
      row: (this.matrix?.roles ?? []).findIndex((role) => role.Id === input.dataset.role),
      column: this.cards.findIndex((card) => card.Id === input.dataset.card),
    };
  }

  private focusCell(row: number, column: number, event: KeyboardEvent): void {
    const role = this.matrix?.roles[row];
    const card = this.cards[column];
    if (role === undefined || card === undefined) return;
    event.preventDefault();
    const target = this.template!.querySelector<HTMLInputElement>(
      `input[data-role="${role.Id}"][data-card="${card.Id}"]`,
    );
    target?.focus();
    target?.select();
  }
}

/** What a card is for, in words. */
function scopeOf(card: Card): string {
  const scopes = [card.Account__r?.Name, card.Region__r?.Name, card.Practice__r?.Name].filter(
    (name) => name !== undefined,
  );
  return scopes.length === 0 ? 'Default card' : scopes.join(', ');
}
