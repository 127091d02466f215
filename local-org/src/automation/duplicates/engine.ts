/** The project's duplicate rules: `DuplicateService` ("DuplicateRule", Metadata API Developer Guide). */
import { formulaEnvironment } from '../../database/formula-environment.ts';
import { RecordGraph } from '../../database/record-graph.ts';
import type { DuplicateCheck, DuplicateService } from '../../database/duplicate-service.ts';
import type { SaveError } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Component, Components } from '../../metadata/metadata.ts';
import type { FilterItemSource } from '../../metadata/readers/custom-field.ts';
import type { DuplicateRuleSource, MatchingRulesSource } from '../../metadata/readers/duplicate-rule.ts';
import type { IgnoredSource } from '../../metadata/shape.ts';
import { NotSupported } from '../../schema/errors.ts';
import type { FieldSchema, ObjectSchema, Schema } from '../../schema/model.ts';
import type { SObject } from '../../schema/sobject.ts';
import { sameValue } from '../../schema/values/index.ts';
import { compileFilter, type RecordTest } from '../criteria/filter-test.ts';
import { compileMatchingRule, type Matcher } from './matching-rule.ts';

interface Rule {
  readonly source: DuplicateRuleSource;
  readonly applies: RecordTest;
  readonly matchers: readonly Matcher[];
}

/** "Use one of these records?" is the text that Setup offers. */
const DEFAULT_ALERT = 'Use one of these records?';

export class DuplicateEngine implements DuplicateService {
  readonly #rules = new Map<ObjectSchema, Rule[]>();
  /** Active rules that cannot be run as they are written, for the deploy listing. */
  readonly ignored: IgnoredSource[] = [];

  constructor(
    duplicateRules: Components<DuplicateRuleSource>,
    matchingRules: Components<MatchingRulesSource>,
    schema: Schema,
  ) {
    const active = [...duplicateRules.values()].filter(({ isActive }) => isActive);
    for (const source of active.sort((a, b) => a.sortOrder - b.sortOrder)) {
      const object = schema.object(source.fullName.slice(0, source.fullName.indexOf('.')));
      if (object === undefined) continue;
      try {
        const rule = compileRule(source, object, matchingRules);
        this.#rules.set(object, [...(this.#rules.get(object) ?? []), rule]);
      } catch (error) {
        if (!(error instanceof NotSupported)) throw error;
        this.ignored.push({ type: `DuplicateRule with ${error.feature}`, ...source.source });
      }
    }
  }

  hasRules(object: ObjectSchema): boolean {
    return this.#rules.has(object);
  }

  /**
   * A rule that blocks always keeps the record out; one that allows with an alert does so until the caller says to save
   * nevertheless ("DuplicateRuleHeader", SOAP API Developer Guide).
   */
  check(tx: Transaction, record: SObject, { before, allowSave }: DuplicateCheck): SaveError | undefined {
    const environment = formulaEnvironment(tx, new RecordGraph(tx, [record]));
    for (const { source, applies, matchers } of this.#rules.get(record.schema) ?? []) {
      const [action, operations] =
        before === null
          ? [source.actionOnInsert, source.operationsOnInsert]
          : [source.actionOnUpdate, source.operationsOnUpdate];
      const warns = action === 'Allow' && operations.includes('Alert') && !allowSave;
      if ((action !== 'Block' && !warns) || !applies(record, environment)) continue;
      // "If your duplicate rule is set to run when a record is edited, it runs only if the fields being edited are included in
      // the associated matching rule" (Salesforce Help, "Things to Know About Duplicate Rules").
      const concerned = matchers.filter(({ fields }) => before === null || isEdited(record, before, fields));
      const found = concerned.flatMap((matcher) => matcher.find(tx, record));
      if (visible(tx, source, record.schema, found).length === 0) continue;
      return { statusCode: 'DUPLICATES_DETECTED', message: source.alertText ?? DEFAULT_ALERT, fields: [] };
    }
    return undefined;
  }
}

function compileRule(
  source: Component<DuplicateRuleSource>,
  object: ObjectSchema,
  matchingRules: Components<MatchingRulesSource>,
): Rule {
  const where = `${source.source.file}:${source.source.line}`;
  const filter = source.duplicateRuleFilter;
  const items = filter?.duplicateRuleFilterItems ?? [];
  const foreign = items.find(({ table }) => table !== object.name);
  if (foreign !== undefined) throw new NotSupported(`a condition on ${foreign.table}`, where);
  return {
    source,
    applies: compileFilter(object, items as readonly FilterItemSource[], filter?.booleanFilter, where),
    matchers: source.duplicateRuleMatchRules.map(({ matchRuleSObjectType, matchingRule, objectMapping }) => {
      if (objectMapping !== undefined && matchRuleSObjectType !== object.name) {
        throw new NotSupported(`records of ${matchRuleSObjectType} as duplicates`, where);
      }
      const rules = matchingRules.get(matchRuleSObjectType)?.matchingRules ?? [];
      const rule = rules.find(({ fullName, ruleStatus }) => fullName === matchingRule && ruleStatus === 'Active');
      if (rule === undefined) throw new NotSupported(`the matching rule ${matchingRule}`, where);
      return compileMatchingRule(rule, object);
    }),
  };
}

function isEdited(record: SObject, before: SObject, fields: readonly FieldSchema[]): boolean {
  return fields.some(({ name }) => !sameValue(record.get(name), before.get(name)));
}

/** With "Enforce sharing rules", records that the user cannot see are no duplicates. */
function visible(
  tx: Transaction,
  { securityOption }: DuplicateRuleSource,
  object: ObjectSchema,
  found: readonly SObject[],
): readonly SObject[] {
  if (securityOption === 'BypassSharingRules' || found.length === 0) return found;
  const access = tx.org.security.recordAccess(
    tx,
    tx.user.id,
    object,
    found.map(({ id }) => id!),
  );
  return found.filter(({ id }) => access.get(id!) !== 'None');
}
