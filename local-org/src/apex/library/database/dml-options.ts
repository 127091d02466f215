/** Database.DMLOptions and its headers ("DMLOptions Class", Apex Reference Guide). */
import { NotSupported } from '../../../schema/errors.ts';
import { libraryClass, type LibraryClass } from '../define.ts';
import { BeanValue, beanProperties } from '../support/bean.ts';

export class DmlOptionsValue extends BeanValue {
  constructor() {
    super('Database.DMLOptions');
    for (const name of ['AssignmentRuleHeader', 'DuplicateRuleHeader', 'EmailHeader']) {
      this.values.set(name, new BeanValue(`Database.DMLOptions.${name}`));
    }
  }

  get allOrNone(): boolean {
    return this.get('OptAllOrNone') === true;
  }

  /** What the save engine takes. Throws `NotSupported` for settings that nothing acts on. */
  saveOptions(): { duplicateRuleAllowSave: boolean; allowFieldTruncation: boolean } {
    // The default rule may be asked for: assignment rules are listed at deploy as not acted on, so there is none.
    if (this.header('AssignmentRuleHeader', 'AssignmentRuleId')) {
      throw new NotSupported('Database.DMLOptions.AssignmentRuleHeader');
    }
    return {
      duplicateRuleAllowSave: this.header('DuplicateRuleHeader', 'AllowSave'),
      allowFieldTruncation: this.get('AllowFieldTruncation') === true,
    };
  }

  private header(name: string, setting: string): boolean {
    return Boolean((this.get(name) as BeanValue | null)?.get(setting));
  }
}

function header(name: string, ...settings: readonly string[]): LibraryClass {
  const typeName = `Database.DMLOptions.${name}`;
  return libraryClass(typeName, { [`${name}()`]: () => new BeanValue(typeName), ...beanProperties(...settings) });
}

export const dmlOptionsClasses: readonly LibraryClass[] = [
  libraryClass('Database.DMLOptions', {
    'DMLOptions()': () => new DmlOptionsValue(),
    ...beanProperties(
      'Boolean AllowFieldTruncation',
      'Boolean OptAllOrNone',
      'Database.DMLOptions.AssignmentRuleHeader AssignmentRuleHeader',
      'Database.DMLOptions.DuplicateRuleHeader DuplicateRuleHeader',
      'Database.DMLOptions.EmailHeader EmailHeader',
    ),
  }),
  header('AssignmentRuleHeader', 'Id AssignmentRuleId', 'Boolean UseDefaultRule'),
  header('DuplicateRuleHeader', 'Boolean AllowSave', 'Boolean RunAsCurrentUser'),
  header('EmailHeader', 'Boolean TriggerAutoResponseEmail', 'Boolean TriggerOtherEmail', 'Boolean TriggerUserEmail'),
];
