/** Database.DMLOptions and its headers ("DMLOptions Class", Apex Reference Guide). */
import { NotSupported } from '../../../schema/errors.ts';
import { LibraryObject } from '../../runtime/index.ts';
import { libraryClass, type Accessors, type LibraryClass } from '../define.ts';

/** A header is a group of settings; those that nobody set are null. */
export class DmlHeaderValue extends LibraryObject {
  readonly typeName: string;
  readonly settings = new Map<string, unknown>();

  constructor(name: string) {
    super();
    this.typeName = `Database.DMLOptions.${name}`;
  }
}

export class DmlOptionsValue extends LibraryObject {
  readonly typeName = 'Database.DMLOptions';
  allOrNone: boolean | null = null;
  allowFieldTruncation: boolean | null = null;
  assignmentRule: DmlHeaderValue | null = new DmlHeaderValue('AssignmentRuleHeader');
  duplicateRule: DmlHeaderValue | null = new DmlHeaderValue('DuplicateRuleHeader');
  email: DmlHeaderValue | null = new DmlHeaderValue('EmailHeader');

  /** What the save engine takes. Throws `NotSupported` for settings that nothing acts on. */
  saveOptions(): { duplicateRuleAllowSave: boolean; allowFieldTruncation: boolean } {
    if (this.assignmentRule !== null && [...this.assignmentRule.settings.values()].some(Boolean)) {
      throw new NotSupported('Database.DMLOptions.AssignmentRuleHeader');
    }
    return {
      duplicateRuleAllowSave: this.duplicateRule?.settings.get('AllowSave') === true,
      allowFieldTruncation: this.allowFieldTruncation === true,
    };
  }
}

function setting(name: string): Accessors {
  return {
    get: ({ settings }: DmlHeaderValue) => settings.get(name) ?? null,
    set: ({ settings }: DmlHeaderValue, value: unknown) => settings.set(name, value),
  };
}

function header(name: string, settings: Readonly<Record<string, string>>): LibraryClass {
  const members = Object.entries(settings).map(([setting_, type]) => [
    `${type} ${setting_} {get set}`,
    setting(setting_),
  ]);
  return libraryClass(`Database.DMLOptions.${name}`, {
    [`${name}()`]: () => new DmlHeaderValue(name),
    ...(Object.fromEntries(members) as Record<string, Accessors>),
  });
}

function property<K extends keyof DmlOptionsValue>(name: K): Accessors {
  return {
    get: (self: DmlOptionsValue) => self[name],
    set: (self: DmlOptionsValue, value: DmlOptionsValue[K]) => {
      self[name] = value;
    },
  };
}

export const dmlOptionsClasses: readonly LibraryClass[] = [
  libraryClass('Database.DMLOptions', {
    'DMLOptions()': () => new DmlOptionsValue(),
    'Boolean AllowFieldTruncation {get set}': property('allowFieldTruncation'),
    'Boolean OptAllOrNone {get set}': property('allOrNone'),
    'Database.DMLOptions.AssignmentRuleHeader AssignmentRuleHeader {get set}': property('assignmentRule'),
    'Database.DMLOptions.DuplicateRuleHeader DuplicateRuleHeader {get set}': property('duplicateRule'),
    'Database.DMLOptions.EmailHeader EmailHeader {get set}': property('email'),
  }),
  header('AssignmentRuleHeader', { AssignmentRuleId: 'Id', UseDefaultRule: 'Boolean' }),
  header('DuplicateRuleHeader', { AllowSave: 'Boolean', RunAsCurrentUser: 'Boolean' }),
  header('EmailHeader', {
    TriggerAutoResponseEmail: 'Boolean',
    TriggerOtherEmail: 'Boolean',
    TriggerUserEmail: 'Boolean',
  }),
];
