/** Design attributes: what a Lightning page may set on a component of the project ("targetConfig" in the LWC guide). */
import type { UiApiContext } from '../../api/ui-api/context.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import type { PropertyValue } from './flexi-page-view.ts';

/** Values in the types the component declares, with its defaults for what the page leaves out. */
export function designValues(
  context: UiApiContext,
  componentName: string,
  given: Readonly<Record<string, string | readonly string[]>>,
): Record<string, PropertyValue> {
  const bundle = context.org.metadata.lwcBundles.get(componentName.replace(/^c:/, ''));
  const values: Record<string, PropertyValue> = { ...given };
  for (const { attributes } of designAttributes(bundle?.meta.targetConfigs)) {
    const { name, type, default: fallback } = attributes;
    if (name === undefined) continue;
    const text = given[name] ?? fallback;
    if (typeof text === 'string') values[name] = typed(text, type);
  }
  return values;
}

/** The declarations, of all targets. */
export function designAttributes(configs: XmlElement | undefined): readonly XmlElement[] {
  return configs?.children.flatMap((config) => config.children.filter((child) => child.name === 'property')) ?? [];
}

function typed(text: string, type: string | undefined): PropertyValue {
  if (type === 'Boolean') return text === 'true';
  return type === 'Integer' ? Number(text) : text;
}
