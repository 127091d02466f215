/** What all parts of the plan of one query share. */
import type { ObjectSchema } from '../../../schema/model.ts';
import type { Sharing } from '../../security/sharing/sharing.ts';
import type { AmountsIn } from '../../services.ts';
import type { Store } from '../../store.ts';
import type { Position } from '../ast.ts';
import type { FormulaColumns } from './formula-columns.ts';
import { Parameters } from './parameters.ts';

/** A field that the query names, for the check of field permissions. */
export interface FieldUse {
  readonly object: ObjectSchema;
  readonly field: string;
  readonly position: Position;
  /** Whether it is selected, and not only filtered or sorted by. */
  readonly selected: boolean;
}

export interface ObjectUse {
  readonly object: ObjectSchema;
  readonly position: Position;
}

/** The services a plan is made with; they outlive it. */
export interface PlanServices {
  readonly store: Store;
  readonly formulas: FormulaColumns;
  readonly sharing: Sharing | undefined;
}

export interface PlanSettings {
  /** The text that positions refer to. */
  readonly text: string;
  /** The user whose record access limits the rows; undefined: all rows. */
  readonly sharedWith: string | undefined;
  /** Which fields `FIELDS()` leaves out for the user; undefined: none. */
  readonly readable?: (object: ObjectSchema, field: string) => boolean;
  readonly allRows: boolean;
  /** The currency in which aggregates of amounts are answered; undefined: the corporate one. */
  readonly amountsIn?: AmountsIn;
  /** Whether fields that are not groupable can be grouped by. */
  readonly groupsByAny: boolean;
}

export class PlanContext {
  readonly services: PlanServices;
  readonly settings: PlanSettings;
  /** Of the statement being planned; child queries have statements of their own. */
  readonly parameters: Parameters;
  readonly fieldUses: FieldUse[];
  readonly objectUses: ObjectUse[];
  private aliases = 0;
  private isSelecting = false;

  constructor(services: PlanServices, settings: PlanSettings, parent?: PlanContext) {
    this.services = services;
    this.settings = settings;
    this.parameters = new Parameters();
    this.fieldUses = parent?.fieldUses ?? [];
    this.objectUses = parent?.objectUses ?? [];
  }

  /** For a statement of its own within the same query: what it uses is checked with the rest. */
  child(): PlanContext {
    return new PlanContext(this.services, this.settings, this);
  }

  /** Runs `fn`, which plans a select list. */
  selecting<T>(fn: () => T): T {
    this.isSelecting = true;
    try {
      return fn();
    } finally {
      this.isSelecting = false;
    }
  }

  useField(object: ObjectSchema, field: string, position: Position): void {
    this.fieldUses.push({ object, field, position, selected: this.isSelecting });
  }

  nextAlias(): string {
    return `t${this.aliases++}`;
  }
}
