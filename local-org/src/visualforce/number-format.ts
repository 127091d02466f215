/** Number patterns of Java's `DecimalFormat`, as `{0,number,#,##0.00}` has them. */
import { Decimal } from '../schema/values/index.ts';

const HUNDRED = Decimal.of(100);
const PATTERN = /^(?<before>[^#0.,]*)(?<digits>[#0,]*(?:\.[#0]*)?)(?<after>.*)$/s;

/** Rounded half-even, as DecimalFormat does; a second pattern after `;` is for negative numbers. */
export function formatNumber(value: Decimal, pattern: string): string {
  const [positive, negative] = pattern.split(';') as [string, string | undefined];
  if (value.signum() >= 0) return withPattern(value, positive);
  return negative === undefined ? `-${withPattern(value.negate(), positive)}` : withPattern(value.negate(), negative);
}

function withPattern(value: Decimal, pattern: string): string {
  const { before = '', digits = '', after = '' } = PATTERN.exec(pattern)!.groups ?? {};
  const [whole, fraction = ''] = digits.split('.') as [string, string | undefined];
  const comma = whole.lastIndexOf(',');
  const group = comma < 0 ? 0 : whole.length - comma - 1;
  const least = fraction.replaceAll('#', '').length;
  const scaled = after.includes('%') ? value.multiply(HUNDRED) : value;
  const [integer, decimals = ''] = scaled.setScale(fraction.length, 'HALF_EVEN').abs().toString().split('.');
  const kept = decimals.replace(/0+$/, '').padEnd(least, '0');
  const padded = (integer === '0' ? '' : integer).padStart(whole.replaceAll(/[#,]/g, '').length, '0');
  const text = `${grouped(padded, group)}${kept === '' ? '' : `.${kept}`}`;
  return `${unquoted(before)}${text}${unquoted(after)}`;
}

function grouped(digits: string, size: number): string {
  return size === 0 ? digits : digits.replace(new RegExp(`\\B(?=(?:\\d{${size}})+(?!\\d))`, 'g'), ',');
}

function unquoted(text: string): string {
  return text.replace(/'([^']*)'/g, (_, inner: string) => (inner === '' ? "'" : inner));
}
