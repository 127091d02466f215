/** Runs SOQL and SOSL: the `QueryService` of the org. */
import type { FieldSchema, ObjectSchema, Schema } from '../../schema/model.ts';
import { zoneOffset } from '../../schema/values/time-zone.ts';
import type { Limits } from '../limits.ts';
import type { Security } from '../security/security.ts';
import { fillUserRecordAccess } from '../security/user-record-access.ts';
import type { AmountsIn, QueryOptions, QueryResult, QueryService, SearchResult } from '../services.ts';
import type { SoslQuery } from '../sosl/ast.ts';
import { parseSosl } from '../sosl/parse.ts';
import { search } from '../sosl/search.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import { checkAccess } from './access.ts';
import type { SoqlQuery } from './ast.ts';
import { withListBinds } from './list-binds.ts';
import { parseSoql } from './parse.ts';
import type { PlanServices, PlanSettings } from './plan/context.ts';
import { registerConversion } from './plan/currency.ts';
import { FormulaColumns } from './plan/formula-columns.ts';
import { makePlan } from './plan/make-plan.ts';
import type { QueryPlan } from './plan/plan.ts';
import { runPlan } from './plan/run-plan.ts';
import { runContext } from './run-context.ts';
import { GRANTED_OBJECTS, GrantedRows } from './virtual-objects/granted-rows.ts';
import { DEFINITION_OBJECTS, DefinitionRows } from './virtual-objects/definition-rows.ts';

/** Plans kept for one query: one for each way of running it, and for each user where records are not shared with all. */
const PLANS_PER_QUERY = 50;

/** Characters of a text field that is not a long text area. */
const MAX_SHORT_TEXT = 255;

/** Who asks and how, as far as it decides the plan. */
interface Audience {
  readonly userId: string;
  readonly userMode: boolean;
  readonly sharing: boolean;
  readonly allRows: boolean;
  readonly amountsIn: AmountsIn | undefined;
  readonly groupsByAny: boolean;
}

/** Writes the rows that the query may find. */
type FillVirtualObject = (tx: Transaction, query: SoqlQuery, options: QueryOptions) => void;

export class QueryEngine implements QueryService {
  private readonly store: Store;
  private readonly security: Security | undefined;
  private plannedSchema: Schema;
  private services: PlanServices;
  private plans = new WeakMap<SoqlQuery, Map<string, QueryPlan>>();
  /** Objects whose rows are made just before each query of them. */
  private readonly definitions: DefinitionRows;
  private readonly granted: GrantedRows | undefined;
  private readonly virtualObjects: ReadonlyMap<string, FillVirtualObject>;

  /**
   * Without `security` every query sees everything, whatever its options. `refreshed` brings the rows of an object up to date that
   * other layers keep.
   */
  constructor(store: Store, security?: Security, refreshed: Readonly<Record<string, () => void>> = {}) {
    this.store = store;
    this.security = security;
    this.plannedSchema = store.schema;
    this.services = this.newServices();
    this.definitions = new DefinitionRows(store);
    this.granted = security && new GrantedRows(store, security.source);
    this.virtualObjects = new Map([
      ...virtualObjects(this.definitions, this.granted, security),
      ...Object.entries(refreshed),
    ]);
    registerConversion(store);
    store.registerFunction('local_time', (ms, zone) => {
      return ms === null ? null : Number(ms) + zoneOffset(String(zone), Number(ms));
    });
  }

  parse(soql: string): SoqlQuery {
    return parseSoql(soql);
  }

  /** Before many transactions that are undone: what they read of objects and fields need not be made in each of them. */
  keepDefinitions(): void {
    this.definitions.refill();
    this.granted?.refill();
  }

  run(tx: Transaction, query: string | SoqlQuery, options: QueryOptions): QueryResult {
    return this.runWith(tx, query, options, tx.limits);
  }

  /** As `run`, for what the platform itself looks up: nothing counts against the transaction's limits. */
  lookUp(tx: Transaction, query: string | SoqlQuery, options: QueryOptions): QueryResult {
    return this.runWith(tx, query, options, undefined);
  }

  search(tx: Transaction, query: string | SoslQuery, options: QueryOptions): SearchResult[] {
    tx.limits.use('soslQueries');
    return search(this, tx, typeof query === 'string' ? parseSosl(query) : query, options);
  }

  /** Which fields the user may look into: all of them in system mode. */
  fieldFilter(
    tx: Transaction,
    query: QueryAccess,
    options: QueryOptions,
  ): (object: ObjectSchema, field: FieldSchema) => boolean {
    const { security } = this;
    if (security === undefined || !isUserMode(query, options)) return () => true;
    return (object, field) => security.field(tx.user.id, object, field.name).read;
  }

  /** The same for objects. */
  objectFilter(tx: Transaction, query: QueryAccess, options: QueryOptions): (object: ObjectSchema) => boolean {
    const { security } = this;
    if (security === undefined || !isUserMode(query, options)) return () => true;
    return (object) => security.object(tx.user.id, object).read;
  }

  private runWith(
    tx: Transaction,
    source: string | SoqlQuery,
    options: QueryOptions,
    limits: Limits | undefined,
  ): QueryResult {
    const query = withListBinds(typeof source === 'string' ? parseSoql(source) : source, options);
    const userMode = isUserMode(query, options);
    const plan = this.plan(query, {
      userId: tx.user.id,
      userMode,
      sharing: userMode || options.sharing,
      allRows: options.allRows === true,
      amountsIn: options.amountsIn,
      groupsByAny: options.groupsByAny === true,
    });
    if (countsAsQuery(plan)) limits?.use('soqlQueries');
    if (this.security !== undefined) checkAccess(this.security, tx.user.id, plan, userMode);
    const named = new Set([...plan.objectUses, ...plan.fieldUses].map(({ object }) => object.name));
    for (const name of named) this.virtualObjects.get(name)?.(tx, query, options);
    return runPlan(plan, runContext(tx, options, limits));
  }

  private plan(query: SoqlQuery, audience: Audience): QueryPlan {
    if (this.store.schema !== this.plannedSchema) this.forget();
    const personal = this.security !== undefined && audience.sharing;
    const person = personal ? `${audience.userId} ${this.security.version()}` : '';
    const { userMode, sharing, allRows, groupsByAny, amountsIn } = audience;
    const key = [userMode, sharing, allRows, groupsByAny, amountsIn, person].join(' ');
    const plans = this.plans.get(query) ?? new Map<string, QueryPlan>();
    let plan = plans.get(key);
    if (plan === undefined) {
      plan = makePlan(this.services, this.settings(query, audience), query);
      if (plans.size >= PLANS_PER_QUERY) plans.clear();
      this.plans.set(query, plans.set(key, plan));
    }
    return plan;
  }

  private settings(query: SoqlQuery, audience: Audience): PlanSettings {
    const { userId, userMode, sharing, allRows, groupsByAny, amountsIn } = audience;
    const { security } = this;
    const restricted = userMode && security !== undefined;
    return {
      text: query.text,
      sharedWith: sharing ? userId : undefined,
      allRows,
      amountsIn,
      groupsByAny,
      ...(restricted && { readable: (object, field) => security.field(userId, object, field).read }),
    };
  }

  /** After the schema changed: plans and formulas are made anew. */
  private forget(): void {
    this.plannedSchema = this.store.schema;
    this.services = this.newServices();
    this.plans = new WeakMap();
  }

  private newServices(): PlanServices {
    return { store: this.store, formulas: new FormulaColumns(this.store), sharing: this.security?.sharing };
  }
}

type QueryAccess = Pick<SoqlQuery, 'access'>;

function isUserMode({ access }: QueryAccess, { mode }: QueryOptions): boolean {
  return access === 'USER_MODE' || (access !== 'SYSTEM_MODE' && mode === 'user');
}

function virtualObjects(
  definitions: DefinitionRows,
  granted: GrantedRows | undefined,
  security: Security | undefined,
): Map<string, FillVirtualObject> {
  const objects = new Map<string, FillVirtualObject>(
    DEFINITION_OBJECTS.map((name) => [name, () => definitions.fill(name)]),
  );
  if (granted !== undefined) for (const name of GRANTED_OBJECTS) objects.set(name, () => granted.fill(name));
  if (security !== undefined) {
    objects.set('UserRecordAccess', (tx, query, options) => fillUserRecordAccess(security, tx, query, options));
  }
  return objects;
}

/** "Unlimited" for custom metadata, unless long text is read ("Custom Metadata Type Allocations and Usage Calculations"). */
function countsAsQuery({ objectUses: [queried], fieldUses }: QueryPlan): boolean {
  if (queried.object.kind !== 'customMetadata') return true;
  return fieldUses.some(({ object, field }) => object.field(field)!.length > MAX_SHORT_TEXT);
}
