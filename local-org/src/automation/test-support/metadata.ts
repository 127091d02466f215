/** Source files of small objects, for tests. */

export type Elements = Readonly<Record<string, string | number | boolean>>;

/** `objects/X/X.object-meta.xml` and its fields and rules; `fields` by name, each an element list. */
export function objectFiles(
  name: string,
  parts: {
    readonly definition?: string;
    readonly fields?: Readonly<Record<string, Elements>>;
    readonly rules?: Readonly<
      Record<string, { readonly condition: string; readonly message: string; readonly field?: string }>
    >;
    readonly recordTypes?: Readonly<Record<string, string>>;
  },
): Record<string, string> {
  const files: Record<string, string> = {};
  const folder = `objects/${name}`;
  if (name.endsWith('__c')) {
    const label = name.slice(0, -'__c'.length).replaceAll('_', ' ');
    files[`${folder}/${name}.object-meta.xml`] =
      `<CustomObject><label>${label}</label><pluralLabel>${label}s</pluralLabel>` +
      (parts.definition ??
        '<nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>') +
      '<deploymentStatus>Deployed</deploymentStatus></CustomObject>';
  }
  for (const [field, elements] of Object.entries(parts.fields ?? {})) {
    files[`${folder}/fields/${field}.field-meta.xml`] =
      `<CustomField><fullName>${field}</fullName><label>${field.replace(/__c$/, '').replaceAll('_', ' ')}</label>${xml(elements)}</CustomField>`;
  }
  for (const [rule, { condition, message, field }] of Object.entries(parts.rules ?? {})) {
    const display = field === undefined ? '' : `<errorDisplayField>${field}</errorDisplayField>`;
    files[`${folder}/validationRules/${rule}.validationRule-meta.xml`] =
      `<ValidationRule><fullName>${rule}</fullName><active>true</active>` +
      `<errorConditionFormula>${condition}</errorConditionFormula>${display}<errorMessage>${message}</errorMessage></ValidationRule>`;
  }
  for (const [type, body] of Object.entries(parts.recordTypes ?? {})) {
    files[`${folder}/recordTypes/${type}.recordType-meta.xml`] =
      `<RecordType><fullName>${type}</fullName><active>true</active><label>${type}</label>${body}</RecordType>`;
  }
  return files;
}

/** Elements of a roll-up summary field. */
export function rollUp(operation: string, foreignKey: string, field?: string, filter?: Elements): Elements {
  const child = foreignKey.slice(0, foreignKey.indexOf('.'));
  return {
    type: 'Summary',
    ...(field === undefined ? {} : { summarizedField: `${child}.${field}` }),
    ...(filter === undefined ? {} : { summaryFilterItems: xml(filter) }),
    summaryForeignKey: foreignKey,
    summaryOperation: operation,
  };
}

export const master = (target: string, children: string): Elements => ({
  type: 'MasterDetail',
  referenceTo: target,
  relationshipName: children,
});

export const lookup = (target: string, children: string, more: Elements = {}): Elements => ({
  type: 'Lookup',
  referenceTo: target,
  relationshipName: children,
  ...more,
});

export function picklist(values: readonly string[], restricted = true): Elements {
  const entries = values.map(
    (value, index) =>
      `<value><fullName>${value}</fullName><default>${index === 0}</default><label>${value}</label></value>`,
  );
  return {
    type: 'Picklist',
    valueSet: `<restricted>${restricted}</restricted><valueSetDefinition><sorted>false</sorted>${entries.join('')}</valueSetDefinition>`,
  };
}

function xml(elements: Elements): string {
  return Object.entries(elements)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('');
}
