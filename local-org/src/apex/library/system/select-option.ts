/** System.SelectOption ("SelectOption Class", Apex Reference Guide). */
import { libraryClass } from '../define.ts';
import { BeanValue } from '../support/bean.ts';

class SelectOptionValue extends BeanValue {
  constructor(value: string | null, label: string | null, isDisabled: boolean | null = false) {
    super('System.SelectOption');
    this.values.set('value', value);
    this.values.set('label', label);
    this.values.set('disabled', isDisabled);
    this.values.set('escapeItem', true);
  }
}

const make = (value: string | null, label: string | null, isDisabled?: boolean | null): SelectOptionValue =>
  new SelectOptionValue(value, label, isDisabled);

const getter = (name: string) => (self: SelectOptionValue) => self.get(name);
const setter = (name: string) => (self: SelectOptionValue, value: unknown) => {
  self.values.set(name, value);
};

export const selectOptionClass = libraryClass('System.SelectOption', {
  'SelectOption(String value, String label)': make,
  'SelectOption(String value, String label, Boolean isDisabled)': make,
  'Boolean getDisabled()': getter('disabled'),
  'Boolean getEscapeItem()': getter('escapeItem'),
  'String getLabel()': getter('label'),
  'String getValue()': getter('value'),
  'void setDisabled(Boolean isDisabled)': setter('disabled'),
  'void setEscapeItem(Boolean itemsShouldBeEscaped)': setter('escapeItem'),
  'void setLabel(String label)': setter('label'),
  'void setValue(String value)': setter('value'),
});
