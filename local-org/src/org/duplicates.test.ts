import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { objectFiles } from '../automation/test-support/metadata.ts';
import { DmlError } from '../database/dml-error.ts';
import { OpenOrg } from './test-support/open-org.ts';

interface RuleFile {
  readonly onInsert?: string;
  readonly onUpdate?: string;
  readonly items?: string;
  readonly logic?: string;
  readonly more?: string;
}

const item = (field: string, method = 'Exact', blanks = 'NullNotAllowed') =>
  `<matchingRuleItems><blankValueBehavior>${blanks}</blankValueBehavior><fieldName>${field}</fieldName>` +
  `<matchingMethod>${method}</matchingMethod></matchingRuleItems>`;

function files({ onInsert = 'Block', onUpdate = 'Block', items = item('Tag__c'), logic, more = '' }: RuleFile) {
  return {
    ...objectFiles('Bear__c', {
      fields: { Tag__c: { type: 'Text', length: 20 }, Den__c: { type: 'Text', length: 20 } },
    }),
    'matchingRules/Bear__c.matchingRule-meta.xml':
      `<MatchingRules><matchingRules><fullName>Same</fullName>${logic === undefined ? '' : `<booleanFilter>${logic}</booleanFilter>`}` +
      `<label>Same</label>${items}<ruleStatus>Active</ruleStatus></matchingRules></MatchingRules>`,
    'duplicateRules/Bear__c.Bears.duplicateRule-meta.xml':
      `<DuplicateRule><actionOnInsert>${onInsert}</actionOnInsert><actionOnUpdate>${onUpdate}</actionOnUpdate>` +
      `<alertText>A bear like this is known.</alertText>${more}<duplicateRuleMatchRules><matchRuleSObjectType>Bear__c</matchRuleSObjectType>` +
      '<matchingRule>Same</matchingRule></duplicateRuleMatchRules><isActive>true</isActive><masterLabel>Bears</masterLabel>' +
      '<operationsOnInsert>Alert</operationsOnInsert><operationsOnInsert>Report</operationsOnInsert>' +
      '<securityOption>EnforceSharingRules</securityOption><sortOrder>1</sortOrder></DuplicateRule>',
  };
}

function withBears(rule: RuleFile, body: (org: OpenOrg) => void): void {
  const org = new OpenOrg(files(rule));
  try {
    body(org);
  } finally {
    org.close();
  }
}

const refused = (error: unknown) =>
  error instanceof DmlError &&
  error.code === 'DUPLICATES_DETECTED' &&
  error.message.includes('A bear like this is known.');

describe('duplicate rules', () => {
  test('keep out what matches a stored record, when it is made and when a matching field is edited', () => {
    withBears({}, (org) => {
      const bear = org.insert('Bear__c', { Name: 'One', Tag__c: 'B-1' });
      assert.throws(() => org.insert('Bear__c', { Name: 'Two', Tag__c: 'b-1' }), refused);
      org.insert('Bear__c', { Name: 'Blank' });
      org.insert('Bear__c', { Name: 'Blank too' });
      const other = org.insert('Bear__c', { Name: 'Three', Tag__c: 'B-3' });
      assert.throws(() => org.update('Bear__c', { Id: other, Tag__c: 'B-1' }), refused);
      org.update('Bear__c', { Id: bear, Tag__c: 'B-1', Den__c: 'Cave' });
    });
  });

  test('that only warn let the caller save nevertheless', () => {
    withBears({ onInsert: 'Allow', onUpdate: 'Allow' }, (org) => {
      const bear = org.insert('Bear__c', { Name: 'One', Tag__c: 'B-1' });
      assert.throws(() => org.insert('Bear__c', { Name: 'Two', Tag__c: 'B-1' }), refused);
      const { success, exceptionMessage } = org.apex(
        'Database.DMLOptions options = new Database.DMLOptions(); options.DuplicateRuleHeader.AllowSave = true; options.OptAllOrNone = true;' +
          "Database.insert(new Bear__c(Name = 'Two', Tag__c = 'B-1'), options);",
      );
      assert.equal(success, true, exceptionMessage ?? '');
      org.insert('Bear__c', { Name: 'Three' });
      org.update('Bear__c', { Id: bear, Den__c: 'Cave' });
      assert.equal(org.query('SELECT Id FROM Bear__c').length, 3);
    });
  });

  test('combine fields by a logic, match blanks where they say so, and apply to some records only', () => {
    const more =
      '<duplicateRuleFilter><duplicateRuleFilterItems><field>Name</field><operation>notEqual</operation><value>Twin</value>' +
      '<sortOrder>1</sortOrder><table>Bear__c</table></duplicateRuleFilterItems></duplicateRuleFilter>';
    withBears({ items: item('Tag__c') + item('Den__c', 'Exact', 'MatchBlanks'), logic: '1 AND 2', more }, (org) => {
      org.insert('Bear__c', { Name: 'One', Tag__c: 'B-1' });
      assert.throws(() => org.insert('Bear__c', { Name: 'Two', Tag__c: 'B-1' }), refused);
      org.insert('Bear__c', { Name: 'Two', Tag__c: 'B-1', Den__c: 'Cave' });
      org.insert('Bear__c', { Name: 'Twin', Tag__c: 'B-1' });
    });
  });

  test('with fuzzy matching are listed at deploy and do nothing', () => {
    withBears({ items: item('Name', 'CompanyName') }, (org) => {
      assert.deepEqual(
        org.org.report.ignored.map(({ type }) => type).filter((type) => type.startsWith('Duplicate')),
        ['DuplicateRule with matching method CompanyName'],
      );
      org.insert('Bear__c', { Name: 'One' });
      org.insert('Bear__c', { Name: 'One' });
    });
  });
});
