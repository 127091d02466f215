/** What a component says after a deploy that says a part of it. */
import { textOf } from './components.ts';
import type { XmlElement } from './xml.ts';

/**
 * Which element tells the entries of a list apart, in types whose deploy leaves alone what it does not name: a profile is
 * deployed with the settings of what is in the package ("Profile", Metadata API Developer Guide), and rules and actions are components.
 */
const KEYS: Readonly<Record<string, Readonly<Record<string, string>> | 'fullName'>> = {
  CustomObject: {},
  MatchingRules: 'fullName',
  SharingRules: 'fullName',
  Workflow: 'fullName',
  Profile: {
    applicationVisibilities: 'application',
    classAccesses: 'apexClass',
    customMetadataTypeAccesses: 'name',
    customPermissions: 'name',
    customSettingAccesses: 'name',
    fieldPermissions: 'field',
    flowAccesses: 'flow',
    layoutAssignments: 'layout',
    objectPermissions: 'object',
    pageAccesses: 'apexPage',
    recordTypeVisibilities: 'recordType',
    tabVisibilities: 'tab',
    userPermissions: 'name',
  },
};

/** `deployed`, with what it leaves out taken from what the org has. */
export function mergeComponent(current: XmlElement, deployed: XmlElement): XmlElement {
  const keys = KEYS[deployed.name];
  if (keys === undefined) return deployed;
  const identity = (child: XmlElement): string => {
    const key = keys === 'fullName' ? keys : keys[child.name];
    return `${child.name} ${key === undefined ? '' : identified(child, key)}`;
  };
  const stated = new Set(deployed.children.map(identity));
  const kept = current.children.filter((child) => !stated.has(identity(child)));
  const names = new Set([...current.children, ...deployed.children].map(({ name }) => name));
  const children = [...names].flatMap((name) => [...kept, ...deployed.children].filter((child) => child.name === name));
  return { ...deployed, children };
}

/** A layout is assigned for an object and record type. */
function identified(child: XmlElement, key: string): string {
  const text = textOf(child, key) ?? '';
  return key === 'layout' ? `${text.split('-')[0]} ${textOf(child, 'recordType') ?? ''}` : text;
}
