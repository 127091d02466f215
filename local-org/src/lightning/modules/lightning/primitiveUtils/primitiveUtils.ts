/** What `lightning-primitive-figure` of the base components imports and their package does not hold. */

/** Shows a property as an attribute of the host, or removes the attribute when the property is empty or false. */
export function reflectAttribute(component: HTMLElement, name: string, value: unknown): void {
  if (value === undefined || value === null || value === false) component.removeAttribute(name);
  else component.setAttribute(name, value === true ? '' : String(value));
}
