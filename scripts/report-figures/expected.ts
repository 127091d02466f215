/** What each packaged report has to answer for the small firm, with the working. */

export const expected: Readonly<Record<string, readonly string[]>> = {
  // Elapsed billable ÷ elapsed capacity, May 2025 to April 2026; April 2025 and May 2026 are outside.
  Billable_Utilization_by_Month: [
    'February 2026: 200.00 | 320.00 | 0.00 | 0.00 | 62.5% | 2', // (120 + 80) ÷ (160 + 160)
    'March 2026: 286.00 | 352.00 | 8.00 | 0.00 | 81.3% | 2', // (132 + 154) ÷ 352 = 81.25
    'April 2026: 256.20 | 420.00 | 0.00 | 16.00 | 61.0% | 3', // (100.8 + 134.4 + 21) ÷ (168 + 168 + 84)
    'Total: 742.20 | 1,092.00 | 8.00 | 16.00 | 68.0% | 7', // 742.2 ÷ 1092 = 67.97, not the mean of the months
  ],
  // Months of fiscal 2026; December 2025 is outside. Unconverted rows: none.
  Revenue_against_Target: [
    'February 2026: $20,000.00 | $50,000.00 | 0 | 40.0% | 1',
    'March 2026: $70,000.00 | $60,000.00 | 0 | 116.7% | 1',
    'April 2026: $40,000.00 | $50,000.00 | 0 | 80.0% | 1',
    'May 2026: $12,000.00 | $50,000.00 | 0 | 24.0% | 1',
    'June 2026: $0.00 | $50,000.00 | 0 | 0.0% | 1',
    'August 2026: $0.00 | $60,000.00 | 0 | 0.0% | 1',
    'November 2026: $0.00 | $70,000.00 | 0 | 0.0% | 1',
    'Total: $142,000.00 | $390,000.00 | 0 | 36.4% | 7', // 142 ÷ 390 = 36.41
  ],
  // (Revenue − labour − expenses) ÷ revenue.
  Project_Margin_by_Month: [
    'November 2025: $15,000.00 | $6,000.00 | $0.00 | 0.00 | 60.0% | 1',
    'February 2026: $20,000.00 | $11,000.00 | $1,000.00 | 0.00 | 40.0% | 1',
    'March 2026: $70,000.00 | $40,000.00 | $2,000.00 | 12.00 | 40.0% | 2', // 28,000 ÷ 70,000
    'April 2026: $40,000.00 | $35,000.00 | $500.00 | 0.00 | 11.3% | 3', // 4,500 ÷ 40,000 = 11.25
    'Total: $145,000.00 | $92,000.00 | $3,500.00 | 12.00 | 34.1% | 7', // 49,500 ÷ 145,000 = 34.14
  ],
  // Both fiscal years; Delta loses: 15,000 − 15,000 − 500 = −500 in the second quarter of Advisory.
  Project_Margin_by_Practice: [
    'Advisory × Q1 FY 2025: $8,000.00 | $4,000.00 | $0.00 | 50.0% | 1',
    'Advisory × Q1 FY 2026: $50,000.00 | $29,000.00 | $1,000.00 | 40.0% | 2',
    'Advisory × Q2 FY 2026: $15,000.00 | $15,000.00 | $500.00 | -3.3% | 2',
    'Advisory: $73,000.00 | $48,000.00 | $1,500.00 | 32.2% | 5', // 23,500 ÷ 73,000
    'Build × Q4 FY 2025: $15,000.00 | $6,000.00 | $0.00 | 60.0% | 1',
    'Build × Q1 FY 2026: $40,000.00 | $22,000.00 | $2,000.00 | 40.0% | 1',
    'Build × Q2 FY 2026: $37,000.00 | $29,000.00 | $0.00 | 21.6% | 2', // 8,000 ÷ 37,000
    'Build: $92,000.00 | $57,000.00 | $2,000.00 | 35.9% | 4', // 33,000 ÷ 92,000
    'Total × Q1 FY 2025: $8,000.00 | $4,000.00 | $0.00 | 50.0% | 1',
    'Total × Q4 FY 2025: $15,000.00 | $6,000.00 | $0.00 | 60.0% | 1',
    'Total × Q1 FY 2026: $90,000.00 | $51,000.00 | $3,000.00 | 40.0% | 3', // 36,000 ÷ 90,000
    'Total × Q2 FY 2026: $52,000.00 | $44,000.00 | $500.00 | 14.4% | 4', // 7,500 ÷ 52,000
    'Total: $165,000.00 | $105,000.00 | $3,500.00 | 34.2% | 9', // 56,500 ÷ 165,000
  ],
  // Revenue, labour, expenses, margin, standard value, billed value; margin %, realization = billed ÷ standard.
  Profitability_by_Client: [
    'Acme: $75,000.00 | $44,000.00 | $1,500.00 | $29,500.00 | $83,000.00 | $63,900.00 | 39.3% | 77.0% | 4',
    'Acme › Atlas: $60,000.00 | $38,000.00 | $1,500.00 | $20,500.00 | $67,000.00 | $47,900.00 | 34.2% | 71.5% | 3',
    'Acme › Comet: $15,000.00 | $6,000.00 | $0.00 | $9,000.00 | $16,000.00 | $16,000.00 | 60.0% | 100.0% | 1',
    'Borealis: $70,000.00 | $48,000.00 | $2,000.00 | $20,000.00 | $68,000.00 | $65,000.00 | 28.6% | 95.6% | 3',
    'Borealis › Beacon: $65,000.00 | $42,000.00 | $2,000.00 | $21,000.00 | $64,000.00 | $62,000.00 | 32.3% | 96.9% | 2',
    'Borealis › Delta: $5,000.00 | $6,000.00 | $0.00 | -$1,000.00 | $4,000.00 | $3,000.00 | -20.0% | 75.0% | 1',
    'Total: $145,000.00 | $92,000.00 | $3,500.00 | $49,500.00 | $151,000.00 | $128,900.00 | 34.1% | 85.4% | 7',
  ],
  // Averages of the stored days of December to April: (45 + 38 + 21 + 41) ÷ 4 and (46.5 + 40 + 22.5 + 40) ÷ 4.
  Days_Sales_Outstanding: [
    'December 2025: $30,000.00 | $20,000.00 | 45.00 | 46.50 | 1',
    'February 2026: $40,000.00 | $28,000.00 | 38.00 | 40.00 | 1',
    'March 2026: $45,000.00 | $62,000.00 | 21.00 | 22.50 | 1',
    'April 2026: $60,000.00 | $45,000.00 | 41.00 | 40.00 | 1',
    'Total: $175,000.00 | $155,000.00 | 36.25 | 37.25 | 4',
  ],
  DSO_of_Last_Month: [
    'April 2026: $60,000.00 | $45,000.00 | 30 | 41.00 | 40.0 | 1', // 60 ÷ 45 × 30
    'Total: $60,000.00 | $45,000.00 | 30 | 41.00 | 40.0 | 1',
  ],
  // Ends with the current month.
  Backlog_by_Month: [
    'December 2025: $90,000.00 | $50,000.00 | $40,000.00 | 1',
    'February 2026: $120,000.00 | $80,000.00 | $40,000.00 | 1',
    'March 2026: $100,000.00 | $70,000.00 | $30,000.00 | 1',
    'April 2026: $80,000.00 | $60,000.00 | $20,000.00 | 1',
    'May 2026: $70,000.00 | $55,000.00 | $15,000.00 | 1',
    'Total: $460,000.00 | $315,000.00 | $145,000.00 | 5',
  ],
  // April to September: 9 + 30 + 45 of 3 × 50, and 36 of 60.
  Pipeline_Coverage: [
    'Q2 FY 2026: $84,000.00 | $150,000.00 | 0.56 | 3',
    'Q3 FY 2026: $36,000.00 | $60,000.00 | 0.60 | 1',
    'Total: $120,000.00 | $210,000.00 | 0.57 | 4',
  ],
  Revenue_per_Employee: [
    'April 2026: $145,000.00 | 2.50 | $58,000 | 1', // 145,000 ÷ 2.5
    'Total: $145,000.00 | 2.50 | $58,000 | 1',
  ],
  On_Time_Delivery: ['Q4 CY2025: 1 | 1 | 100.0% | 1', 'Q2 CY2026: 1 | 0 | 0.0% | 1', 'Total: 2 | 1 | 50.0% | 2'],

  // February to April. Ann: 352.8 ÷ 504; Bob and Cy: (368.4 + 21) ÷ (504 + 84). Targets 403.2 ÷ 504 and 420 ÷ 588.
  Utilization_by_Practice_and_Role: [
    'Advisory: 352.80 | 504.00 | 403.20 | 504.00 | 70.0% | 80.0% | 3',
    'Advisory › Architect: 352.80 | 504.00 | 403.20 | 504.00 | 70.0% | 80.0% | 3',
    'Build: 389.40 | 588.00 | 420.00 | 588.00 | 66.2% | 71.4% | 4',
    'Build › Developer: 389.40 | 588.00 | 420.00 | 588.00 | 66.2% | 71.4% | 4',
    'Total: 742.20 | 1,092.00 | 823.20 | 1,092.00 | 68.0% | 75.4% | 7', // 823.2 ÷ 1092 = 75.38
  ],
  // Targets 75, 80 and 50 %: a bucket's upper bound belongs to it.
  Utilization_by_Resource: [
    'Over 50 to 75 %: 368.40 | 504.00 | 0.00 | 0.00 | 73.1% | 3',
    'Over 50 to 75 % › Bob: 368.40 | 504.00 | 0.00 | 0.00 | 73.1% | 3',
    'Over 75 %: 352.80 | 504.00 | 16.00 | 8.00 | 70.0% | 3',
    'Over 75 % › Ann: 352.80 | 504.00 | 16.00 | 8.00 | 70.0% | 3',
    'Up to 50 %: 21.00 | 84.00 | 0.00 | 0.00 | 25.0% | 1',
    'Up to 50 % › Cy: 21.00 | 84.00 | 0.00 | 0.00 | 25.0% | 1',
    'Total: 742.20 | 1,092.00 | 16.00 | 8.00 | 68.0% | 7',
  ],
  Realization_by_Practice: [
    'Advisory: $50,900.00 | $71,000.00 | 5.00 | 71.7% | 4', // 20,900 + 27,000 + 0 + 3,000
    'Build: $78,000.00 | $80,000.00 | 0.00 | 97.5% | 3',
    'Total: $128,900.00 | $151,000.00 | 5.00 | 85.4% | 7',
  ],
  // The current version only, April to September.
  Practice_Forecast: [
    'Advisory × May 2026: $1,000.00 | $2,000.00 | $300.00 | $400.00 | $500.00 | 1',
    'Advisory: $1,000.00 | $2,000.00 | $300.00 | $400.00 | $500.00 | 1',
    'Build × June 2026: $0.00 | $6,000.00 | $0.00 | $1,000.00 | $2,500.00 | 1',
    'Build: $0.00 | $6,000.00 | $0.00 | $1,000.00 | $2,500.00 | 1',
    'Total × May 2026: $1,000.00 | $2,000.00 | $300.00 | $400.00 | $500.00 | 1',
    'Total × June 2026: $0.00 | $6,000.00 | $0.00 | $1,000.00 | $2,500.00 | 1',
    'Total: $1,000.00 | $8,000.00 | $300.00 | $1,400.00 | $3,000.00 | 2',
  ],
  // Delivered, owed (I1 and I2; I3 and I5), open opportunities (O1 and O6; O2). 36 ÷ 75, 14 ÷ 70, 50 ÷ 145.
  Client_Scorecard: [
    'Acme: $75,000.00 | $44,000.00 | $1,500.00 | 39.3% | 4 | 36,000.00 | 2 | $59,999.00 | 2 | 48.0%',
    'Borealis: $70,000.00 | $48,000.00 | $2,000.00 | 28.6% | 3 | 14,200.00 | 2 | $20,000.00 | 1 | 20.3%',
    'Total: $145,000.00 | $92,000.00 | $3,500.00 | 34.1% | 7 | 50,200.00 | 4 | $79,999.00 | 3 | 34.6%',
  ],

  // Newest snapshots of running projects: Comet is completed.
  Projects_by_Health: ['Green: 82 | 1', 'Red: 48 | 1', 'Total: 65 | 2'],
  // BAC, PV, EV, AC, EAC; CPI = EV ÷ AC, SPI = EV ÷ PV: 38 ÷ 42, 38 ÷ 40; 24 ÷ 24, 24 ÷ 30; 62 ÷ 66, 62 ÷ 70.
  Earned_Value_by_Project: [
    'Atlas: $60,000.00 | $40,000.00 | $38,000.00 | $42,000.00 | $66,000.00 | 0.90 | 0.95 | 1',
    'Beacon: $50,000.00 | $30,000.00 | $24,000.00 | $24,000.00 | $50,000.00 | 1.00 | 0.80 | 1',
    'Total: $110,000.00 | $70,000.00 | $62,000.00 | $66,000.00 | $116,000.00 | 0.94 | 0.89 | 2',
  ],
  Schedule_Adherence_by_Project: [
    'Atlas: 9 | 10 | 0 | 90.0% | 1',
    'Beacon: 4 | 8 | 2 | 50.0% | 1',
    'Total: 13 | 18 | 2 | 72.2% | 2',
  ],
  // Budget, actual, remaining, budget left, uncosted hours; 350 ÷ 400, 330 ÷ 300, 0 ÷ 100, 680 ÷ 800.
  Budget_Burn_by_Project: [
    'Org Administrator: 800.00 | 680.00 | 140.00 | 120.00 | 12.00 | 85.0% | 3',
    'Org Administrator › Atlas: 400.00 | 350.00 | 80.00 | 50.00 | 0.00 | 87.5% | 1',
    'Org Administrator › Beacon: 300.00 | 330.00 | 20.00 | -30.00 | 12.00 | 110.0% | 1',
    'Org Administrator › Echo: 100.00 | 0.00 | 40.00 | 100.00 | 0.00 | 0.0% | 1',
    'Total: 800.00 | 680.00 | 140.00 | 120.00 | 12.00 | 85.0% | 3',
  ],
  // Design is 10 days late, the go-live 1. Today's task, the phase and what is done do not count.
  Overdue_Tasks: ['Atlas: 10 | 12.00 | 1 | 2', 'Total: 10 | 12.00 | 1 | 2'],
  Open_Issues_by_Severity: [
    'Atlas × High: 1',
    'Atlas: 1',
    'Beacon × High: 1',
    'Beacon × Critical: 1',
    'Beacon: 2',
    'Total × High: 2',
    'Total × Critical: 1',
    'Total: 3',
  ],
  // 90 days end on 18 August.
  Billing_Milestones_Due: [
    'Planned: 5,500.00 | 1',
    'Planned › June 2026: 5,500.00 | 1',
    'Ready: 7,700.00 | 1',
    'Ready › May 2026: 7,700.00 | 1',
    'Total: 13,200.00 | 2',
  ],
  // Echo alone: 40 hours to do, 16 booked.
  Running_Projects_without_Time: ['Total: 40.00 | 16.00 | 1'],
  // Since the start of the projects, the lowest margin first: 24,000 ÷ 77,000; 24,500 ÷ 68,000; 48,500 ÷ 145,000.
  // The internal House, which costs 30,800 and earns nothing, is left out.
  Profitability_by_Project: [
    'Beacon: $77,000.00 | $51,000.00 | $2,000.00 | $24,000.00 | 12.00 | 31.2% | 3',
    'Atlas: $68,000.00 | $42,000.00 | $1,500.00 | $24,500.00 | 0.00 | 36.0% | 4',
    'Total: $145,000.00 | $93,000.00 | $3,500.00 | $48,500.00 | 12.00 | 33.4% | 7',
  ],

  // Ann and Bob, this week and the next: 52 ÷ 80, 48 ÷ 40, 100 ÷ 120. Last week, September and the placeholder are left out.
  Capacity_and_Bookings_by_Week: [
    '5/17/2026 - 5/23/2026: 80.00 | 52.00 | 4.00 | 65.0% | 28.0 | 2',
    '5/24/2026 - 5/30/2026: 40.00 | 48.00 | 0.00 | 120.0% | -8.0 | 1',
    'Total: 120.00 | 100.00 | 4.00 | 83.3% | 20.0 | 3',
  ],
  // Scheduled, open capacity, soft: 28 ÷ 56, 88 ÷ 176, 56 ÷ 56, 46 ÷ 184; 116 ÷ 232, 102 ÷ 240, 218 ÷ 472.
  Scheduled_Utilization: [
    'Advisory × May 2026: 28.00 | 56.00 | 14.00 | 50.0% | 1',
    'Advisory × June 2026: 88.00 | 176.00 | 44.00 | 50.0% | 1',
    'Advisory: 116.00 | 232.00 | 58.00 | 50.0% | 2',
    'Build × May 2026: 56.00 | 56.00 | 0.00 | 100.0% | 1',
    'Build × July 2026: 46.00 | 184.00 | 0.00 | 25.0% | 1',
    'Build: 102.00 | 240.00 | 0.00 | 42.5% | 2',
    'Total × May 2026: 84.00 | 112.00 | 14.00 | 75.0% | 2',
    'Total × June 2026: 88.00 | 176.00 | 44.00 | 50.0% | 1',
    'Total × July 2026: 46.00 | 184.00 | 0.00 | 25.0% | 1',
    'Total: 218.00 | 472.00 | 58.00 | 46.2% | 4',
  ],
  // Bench ÷ open capacity: 28 ÷ 56, 80 ÷ 176, 0 ÷ 56, 138 ÷ 184; 108 ÷ 232, 138 ÷ 240, 246 ÷ 472.
  Bench_by_Role: [
    'Architect × May 2026: 28.00 | 56.00 | 50.0% | 1',
    'Architect × June 2026: 80.00 | 176.00 | 45.5% | 1',
    'Architect: 108.00 | 232.00 | 46.6% | 2',
    'Developer × May 2026: 0.00 | 56.00 | 0.0% | 1',
    'Developer × July 2026: 138.00 | 184.00 | 75.0% | 1',
    'Developer: 138.00 | 240.00 | 57.5% | 2',
    'Total × May 2026: 28.00 | 112.00 | 25.0% | 2',
    'Total × June 2026: 80.00 | 176.00 | 45.5% | 1',
    'Total × July 2026: 138.00 | 184.00 | 75.0% | 1',
    'Total: 246.00 | 472.00 | 52.1% | 4',
  ],
  // Ann's next week; the past one is no conflict any more.
  Booking_Conflicts: ['Ann: 40.00 | 48.00 | 8.0 | 1', 'Total: 40.00 | 48.00 | 8.0 | 1'],
  // Requested, booked, held, to find: 100 − 20; 60 − 60 and 40.
  Open_Requests_by_Role: [
    'Architect: 100.00 | 20.00 | 0.00 | 80.0 | 1',
    'Architect › June 2026: 100.00 | 20.00 | 0.00 | 80.0 | 1',
    'Developer: 100.00 | 0.00 | 60.00 | 40.0 | 2',
    'Developer › July 2026: 100.00 | 0.00 | 60.00 | 40.0 | 2',
    'Total: 200.00 | 20.00 | 60.00 | 120.0 | 3',
  ],
  Demand_from_Pipeline: [
    'Qualification: 100.00 | 60.00 | 2',
    'Qualification › Developer: 100.00 | 60.00 | 2',
    'Total: 100.00 | 60.00 | 2',
  ],
  // Hours and number of requests, people, requests per person. Pat is a placeholder and Dan has left.
  Skill_Demand_and_Supply: [
    'Apex: 140.00 | 2 | 2 | 1.00',
    'Integration: 60.00 | 1 | - | -',
    'Total: 200.00 | 3 | 2 | 1.50',
  ],
  // One ends on 30 June, one has ended; Dan has left.
  Certifications_Expiring: ['Apex: 2', 'Total: 2'],
  // Ann's is approved, Bob's submitted: Cy.
  Missing_Timesheets: ['Build: 1', 'Total: 1'],

  // Unbilled, waiting and unrated, the largest client first: 1,500 + 15,000; 2,000 + 12,000.
  Work_in_Progress_by_Project: [
    'Acme: $16,500.00 | 16.00 | 0.00 | 2',
    'Acme › Atlas: $16,500.00 | 16.00 | 0.00 | 2',
    'Borealis: $14,000.00 | 10.00 | 0.00 | 2',
    'Borealis › Beacon: $14,000.00 | 10.00 | 0.00 | 2',
    'Total: $30,500.00 | 26.00 | 0.00 | 4',
  ],
  Unbilled_Work_by_Age: [
    'March 2026: $3,500.00 | $2,000.00 | 2',
    'April 2026: $15,000.00 | $0.00 | 1',
    'May 2026: $12,000.00 | $0.00 | 1',
    'Total: $30,500.00 | $2,000.00 | 4',
  ],
  // 12 and 13 May are up to 8 days old, 20 March 61, 3 February 106: without a rate it has hours and no amount. Beacon's are euros at 1.1.
  Unbilled_Time_by_Age: [
    '1: up to 30 days: 12.00 | 1,800.00 | 2',
    '1: up to 30 days › Unbilled: 8.00 | 1,200.00 | 1',
    '1: up to 30 days › On Hold: 4.00 | 600.00 | 1',
    '3: 61 to 90 days: 1.00 | 165.00 | 1',
    '3: 61 to 90 days › Unbilled: 1.00 | 165.00 | 1',
    '4: over 90 days: 5.00 | 0.00 | 1',
    '4: over 90 days › Unbilled: 5.00 | 0.00 | 1',
    'Total: 18.00 | 1,965.00 | 4',
  ],
  Time_That_Cannot_Be_Billed: [
    'Resolved: 12.00 | 1,700.00 | 2',
    'Resolved › Submitted: 8.00 | 1,100.00 | 1',
    'Resolved › Approved: 4.00 | 600.00 | 1',
    'Missing: 5.00 | 0.00 | 1',
    'Missing › Approved: 5.00 | 0.00 | 1',
    'Total: 17.00 | 1,700.00 | 3',
  ],
  // Total and balance: due on 9 June; 20 days; 79 days with 5,000 of 11,000 paid; 125 days.
  Receivables_by_Age: [
    '0: not due: 12,000.00 | 12,000.00 | 1',
    '0: not due › Borealis: 12,000.00 | 12,000.00 | 1',
    '1: up to 30 days: 30,000.00 | 30,000.00 | 1',
    '1: up to 30 days › Acme: 30,000.00 | 30,000.00 | 1',
    '3: 61 to 90 days: 11,000.00 | 6,000.00 | 1',
    '3: 61 to 90 days › Acme: 11,000.00 | 6,000.00 | 1',
    '4: over 90 days: 2,200.00 | 2,200.00 | 1',
    '4: over 90 days › Borealis: 2,200.00 | 2,200.00 | 1',
    'Total: 55,200.00 | 50,200.00 | 4',
  ],
  // Net, tax, total, paid; 5,000 ÷ 11,000; 13,800 ÷ 62,900; the 2,000 euros of November at 1.1. The draft and the void one are left out.
  Invoiced_by_Month: [
    'November 2025: 2,200.00 | 0.00 | 2,200.00 | 0.00 | 0.0% | 1',
    'December 2025: 8,000.00 | 800.00 | 8,800.00 | 8,800.00 | 100.0% | 1',
    'January 2026: 10,000.00 | 1,000.00 | 11,000.00 | 5,000.00 | 45.5% | 1',
    'March 2026: 30,000.00 | 0.00 | 30,000.00 | 0.00 | 0.0% | 1',
    'April 2026: -1,000.00 | -100.00 | -1,100.00 | 0.00 | 0.0% | 1',
    'May 2026: 12,000.00 | 0.00 | 12,000.00 | 0.00 | 0.0% | 1',
    'Total: 61,200.00 | 1,700.00 | 62,900.00 | 13,800.00 | 21.9% | 6',
  ],
  // The credit note of April is no cash.
  Cash_Received: [
    'January 2026 × Bank Transfer: 2,800.00 | 1',
    'January 2026 × Card: 6,000.00 | 1',
    'January 2026: 8,800.00 | 2',
    'March 2026 × Bank Transfer: 5,000.00 | 1',
    'March 2026: 5,000.00 | 1',
    'Total × Bank Transfer: 7,800.00 | 2',
    'Total × Card: 6,000.00 | 1',
    'Total: 13,800.00 | 3',
  ],
  // 600 ÷ 65,000, 1,400 ÷ 80,000, 2,000 ÷ 145,000.
  Revenue_Leakage: [
    'Advisory: $600.00 | $65,000.00 | 0.92% | 4',
    'Build: $1,400.00 | $80,000.00 | 1.75% | 3',
    'Total: $2,000.00 | $145,000.00 | 1.38% | 7',
  ],
  Close_Status: ['Open: $40,000.00 | 1', 'Closed: $85,000.00 | 2', 'Total: $125,000.00 | 3'],
  Recognized_Revenue_by_Method: [
    'As Incurred × March 2026: 30,000.00 | 1',
    'As Incurred × April 2026: 2,000.00 | 1',
    'As Incurred: 32,000.00 | 2',
    'Percent by Hours × March 2026: 40,000.00 | 1',
    'Percent by Hours: 40,000.00 | 1',
    'Total × March 2026: 70,000.00 | 2',
    'Total × April 2026: 2,000.00 | 1',
    'Total: 72,000.00 | 3',
  ],
  // Contract, recognized, billed, deferred, unbilled, provision. Comet and Delta are square.
  Deferred_and_Unbilled_Revenue: [
    'USD: $190,000.00 | $145,000.00 | $130,000.00 | $2,000.00 | $17,000.00 | $500.00 | 2',
    'USD › Acme: $100,000.00 | $68,000.00 | $70,000.00 | $2,000.00 | $0.00 | $0.00 | 1',
    'USD › Borealis: $90,000.00 | $77,000.00 | $60,000.00 | $0.00 | $17,000.00 | $500.00 | 1',
    'Total: $190,000.00 | $145,000.00 | $130,000.00 | $2,000.00 | $17,000.00 | $500.00 | 2',
  ],
  // Debit, credit, balance.
  Journal_by_Account: [
    '1000: $5,000.00 | $0.00 | $5,000.00 | 1',
    '1000 › April 2026: $5,000.00 | $0.00 | $5,000.00 | 1',
    '1200: $30,000.00 | $5,000.00 | $25,000.00 | 2',
    '1200 › March 2026: $30,000.00 | $0.00 | $30,000.00 | 1',
    '1200 › April 2026: $0.00 | $5,000.00 | -$5,000.00 | 1',
    '4000: $0.00 | $30,000.00 | -$30,000.00 | 1',
    '4000 › March 2026: $0.00 | $30,000.00 | -$30,000.00 | 1',
    'Total: $35,000.00 | $35,000.00 | $0.00 | 4',
  ],
  Expenses_by_Category: [
    'Airfare × Draft: 120.00 | 1',
    'Airfare × Approved: 300.00 | 1',
    'Airfare: 420.00 | 2',
    'Meals × Approved: 50.00 | 1',
    'Meals: 50.00 | 1',
    'Total × Draft: 120.00 | 1',
    'Total × Approved: 350.00 | 2',
    'Total: 470.00 | 3',
  ],

  // Foxtrot is planned, O4 has no project; O5's Atlas is running.
  Won_Not_Started: [
    'Launched: $30,000.00 | 200.00 | 1',
    'Failed: $40,000.00 | 250.00 | 1',
    'Total: $70,000.00 | 450.00 | 2',
  ],
  // Amount, hours, amount × probability: 50,000 × 20 %, 20,000 × 90 %. O6 sells no services.
  Services_Pipeline_by_Stage: [
    'Qualification: $50,000.00 | 300.00 | $10,000.00 | 1',
    'Negotiation/Review: $20,000.00 | 100.00 | $18,000.00 | 1',
    'Total: $70,000.00 | 400.00 | $28,000.00 | 2',
  ],
  // Hours, hours × rate.
  Pipeline_Hours_by_Role: [
    'Architect × June 2026: 100.00 | $20,000.00 | 1',
    'Architect: 100.00 | $20,000.00 | 1',
    'Developer × June 2026: 200.00 | $30,000.00 | 1',
    'Developer × July 2026: 100.00 | $15,000.00 | 1',
    'Developer: 300.00 | $45,000.00 | 2',
    'Total × June 2026: 300.00 | $50,000.00 | 2',
    'Total × July 2026: 100.00 | $15,000.00 | 1',
    'Total: 400.00 | $65,000.00 | 3',
  ],
  Hand_Offs_by_Status: ['Launched: $90,000.00 | 2', 'Failed: $40,000.00 | 1', 'Total: $130,000.00 | 3'],
  // 60,000 ÷ 400, 30,000 ÷ 200, 40,000 ÷ 250, 130,000 ÷ 850.
  Services_Won_by_Month: [
    'March 2026: $60,000.00 | 400.00 | $150.00 | 1',
    'April 2026: $30,000.00 | 200.00 | $150.00 | 1',
    'May 2026: $40,000.00 | 250.00 | $160.00 | 1',
    'Total: $130,000.00 | 850.00 | $152.94 | 3',
  ],
};
