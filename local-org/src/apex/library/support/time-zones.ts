/** Time zone names as Java's `TimeZone.getTimeZone` takes them. */

/** Java's three-letter names that the time zone database does not have. */
const JAVA_NAMES: Readonly<Record<string, string>> = {
  PST: 'America/Los_Angeles',
  CST: 'America/Chicago',
  AST: 'America/Anchorage',
  JST: 'Asia/Tokyo',
  IST: 'Asia/Kolkata',
  ECT: 'Europe/Paris',
  CTT: 'Asia/Shanghai',
  AET: 'Australia/Sydney',
  NST: 'Pacific/Auckland',
  BST: 'Asia/Dhaka',
};

/** The name as the database and `GMT+05:30` offsets know it; GMT for anything else, as in Java. */
export function timeZoneName(id: string): string {
  const name = JAVA_NAMES[id] ?? id;
  const offset = /^GMT([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(name);
  const candidate = offset === null ? name : `${offset[1]}${offset[2].padStart(2, '0')}:${offset[3] ?? '00'}`;
  return isTimeZone(candidate) ? candidate : 'GMT';
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
