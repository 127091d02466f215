/** The spans that a standard date filter offers, with the days they mean today (`standardDateFilterDurationGroups`). */
import { daysOf, durationOf } from '../../analytics/date-intervals.ts';
import type { Calendar } from '../../database/soql/dates/literals.ts';

/** Labels as in "Date Filter" of the report builder ("Relative Date Filter Reference" in Salesforce Help), by interval of metadata. */
const GROUPS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  [
    'Fiscal Year',
    {
      CURFY: 'Current FY',
      PREVFY: 'Previous FY',
      PREV2FY: 'Previous 2 FY',
      AGO2FY: '2 FY Ago',
      NEXTFY: 'Next FY',
      PREVCURFY: 'Current and Previous FY',
      PREVCUR2FY: 'Current and Previous 2 FY',
      CURNEXTFY: 'Current and Next FY',
    },
  ],
  [
    'Fiscal Quarter',
    {
      CURRENT: 'Current FQ',
      CURNEXT1: 'Current and Next FQ',
      CURPREV1: 'Current and Previous FQ',
      NEXT1: 'Next FQ',
      PREV1: 'Previous FQ',
      CURNEXT3: 'Current and Next 3 FQ',
    },
  ],
  [
    'Calendar Year',
    {
      CURY: 'Current CY',
      PREVY: 'Previous CY',
      PREV2Y: 'Previous 2 CY',
      AGO2Y: '2 CY Ago',
      NEXTY: 'Next CY',
      PREVCURY: 'Current and Previous CY',
      PREVCUR2Y: 'Current and Previous 2 CY',
      CURNEXTY: 'Current and Next CY',
    },
  ],
  [
    'Calendar Quarter',
    {
      CURRENTQ: 'Current CQ',
      CURNEXTQ: 'Current and Next CQ',
      CURPREVQ: 'Current and Previous CQ',
      NEXTQ: 'Next CQ',
      PREVQ: 'Previous CQ',
      CURNEXT3Q: 'Current and Next 3 CQ',
    },
  ],
  [
    'Calendar Month',
    {
      LASTMONTH: 'Last Month',
      THISMONTH: 'This Month',
      NEXTMONTH: 'Next Month',
      LASTTHISMONTH: 'Current and Previous Month',
      THISNEXTMONTH: 'Current and Next Month',
    },
  ],
  ['Calendar Week', { LASTWEEK: 'Last Week', THISWEEK: 'This Week', NEXTWEEK: 'Next Week' }],
  [
    'Day',
    {
      YESTERDAY: 'Yesterday',
      TODAY: 'Today',
      TOMORROW: 'Tomorrow',
      LAST7: 'Last 7 Days',
      LAST30: 'Last 30 Days',
      LAST60: 'Last 60 Days',
      LAST90: 'Last 90 Days',
      LAST120: 'Last 120 Days',
      NEXT7: 'Next 7 Days',
      NEXT30: 'Next 30 Days',
      NEXT60: 'Next 60 Days',
      NEXT90: 'Next 90 Days',
      NEXT120: 'Next 120 Days',
    },
  ],
];

export function durationGroups(calendar: Calendar) {
  const today = calendar.today.toString();
  const custom = { endDate: today, label: 'Custom', startDate: today, value: 'CUSTOM' };
  return [
    { label: 'Custom', standardDateFilterDurations: [custom] },
    ...GROUPS.map(([label, spans]) => ({
      label,
      standardDateFilterDurations: Object.entries(spans).map(([code, name]) => {
        const interval = `INTERVAL_${code}`;
        const { first, last } = daysOf(interval, calendar);
        return { endDate: last.toString(), label: name, startDate: first.toString(), value: durationOf(interval) };
      }),
    })),
  ];
}
