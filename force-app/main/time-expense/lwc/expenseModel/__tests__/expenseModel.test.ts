import { ExpenseSheet, parseNumber, roundMoney, type Category, type ExpenseLine } from 'c/expenseModel';

const categories: Category[] = [
  { value: 'Meals', label: 'Meals', kind: 'Amount', receiptAbove: 25, dayLimit: 75, isBillable: true },
  { value: 'Other', label: 'Other', kind: 'Amount', receiptAbove: 0, itemLimit: 500, isBillable: true },
  { value: 'Mileage', label: 'Mileage', kind: 'Distance', isBillable: true },
];

function line(fields: Partial<ExpenseLine> = {}): ExpenseLine {
  return {
    expenseId: 'e1',
    day: '2026-01-14',
    category: 'Meals',
    amount: 20,
    currencyCode: 'EUR',
    exchangeRate: 1.1,
    firmAmount: 22,
    isBillable: false,
    isReimbursable: true,
    isRefund: false,
    ...fields,
  };
}

function only(sheet: ExpenseSheet) {
  return sheet.rows[0]!;
}

describe('numbers', () => {
  it.each([
    ['12.5', 12.5],
    ['12,50', 12.5],
    ['1,234.50', 1234.5],
    ["1'234.50", 1234.5],
    [' 7 ', 7],
    ['-3', -3],
    ['.5', 0.5],
  ])('reads %s as people mean it', (text, number) => expect(parseNumber(text)).toBe(number));

  it.each(['', 'ten', '1.2.3', '12 EUR', '--1', '1,23,4'])('does not guess what %p means', (text) =>
    expect(parseNumber(text)).toBeUndefined(),
  );

  it('rounds half-up as on paper', () => {
    expect(roundMoney(1.005)).toBe(1.01);
    expect(roundMoney(-1.005)).toBe(-1.01);
    expect(roundMoney(33.35 * 1.1)).toBe(36.69);
    expect(roundMoney(2.675)).toBe(2.68);
    expect(roundMoney(2.6749)).toBe(2.67);
  });
});

describe('ExpenseSheet', () => {
  it('converts what is typed at the rate of the day', () => {
    const sheet = ExpenseSheet.of([line()], categories).change('e1', { entered: '33.35' });
    expect(sheet.firmAmount(only(sheet), 'USD')).toBe(36.69);
    expect(sheet.totals('USD')).toEqual({ total: 36.69, reimbursable: 36.69, missing: 0 });
  });

  it('knows no rate for another currency or day until it is quoted, and counts the line as missing', () => {
    let sheet = ExpenseSheet.of([line()], categories).change('e1', { currencyCode: 'CHF' });
    expect(sheet.firmAmount(only(sheet), 'USD')).toBeUndefined();
    expect(sheet.totals('USD')).toEqual({ total: 0, reimbursable: 0, missing: 1 });
    sheet = sheet.setQuote('e1', { exchangeRate: 1.2, currencyCode: 'CHF' });
    expect(sheet.firmAmount(only(sheet), 'USD')).toBe(24);
    sheet = sheet.change('e1', { day: '2026-01-15' });
    expect(sheet.firmAmount(only(sheet), 'USD')).toBeUndefined();
  });

  it('pays a distance by its allowance', () => {
    let sheet = ExpenseSheet.of([], categories).add('n1', line({ expenseId: undefined, category: 'Mileage' }));
    sheet = sheet.change('n1', { entered: '123' });
    expect(sheet.firmAmount(only(sheet), 'USD')).toBeUndefined();
    sheet = sheet.setQuote('n1', { unitRate: 0.655, currencyCode: 'USD', exchangeRate: 1 });
    expect(sheet.firmAmount(only(sheet), 'USD')).toBe(80.57);
  });

  it('warns as one types: day limit with all lines of the day, receipt, item limit', () => {
    let sheet = ExpenseSheet.of(
      [line(), line({ expenseId: 'e2', firmAmount: 50, receipts: [{ documentId: 'd', versionId: 'v', title: 'R' }] })],
      categories,
    );
    expect(sheet.warnings(only(sheet), 'USD')).toEqual([]);
    sheet = sheet.change('e1', { entered: '30' });
    expect(sheet.warnings(only(sheet), 'USD')).toEqual([
      'Meals of this day come to 83.00 USD, over 75.00 USD a day.',
      'Say why in the justification.',
      'A receipt is needed above 25.00 USD.',
    ]);
    sheet = sheet.change('e1', { category: 'Other', entered: '500', justification: 'Server' });
    expect(sheet.warnings(only(sheet), 'USD')).toEqual([
      '550.00 USD is over the limit of 500.00 USD an item.',
      'A receipt is needed.',
    ]);
    sheet = sheet.change('e1', { entered: '-500', isRefund: true });
    expect(sheet.warnings(only(sheet), 'USD')).toEqual([]);
  });

  it('shows what the server says about a saved line', () => {
    const sheet = ExpenseSheet.of([line({ policyNote: 'Too much.', justification: 'Late' })], categories);
    expect(sheet.warnings(only(sheet), 'USD')).toEqual(['Too much.']);
  });

  it('bills lines of projects by default, and internal ones never', () => {
    let sheet = ExpenseSheet.of([line()], categories).change('e1', { projectId: 'p1', projectName: 'Works' });
    expect(only(sheet).line.isBillable).toBe(true);
    sheet = sheet.change('e1', { isBillable: false }).change('e1', { description: 'Lunch' });
    expect(only(sheet).line.isBillable).toBe(false);
    sheet = sheet.change('e1', { isBillable: true }).change('e1', { projectId: undefined, projectName: undefined });
    expect(only(sheet).line.isBillable).toBe(false);
  });

  it('sends complete lines that changed, and those refused only when they change again', () => {
    let sheet = ExpenseSheet.of([line()], categories);
    expect(sheet.toSave()).toEqual([]);
    sheet = sheet.add('n1', line({ expenseId: undefined, category: '' })).change('n1', { entered: '5' });
    expect(sheet.toSave()).toEqual([]);
    sheet = sheet.change('n1', { category: 'Meals' });
    const sent = sheet.toSave();
    expect(sent).toMatchObject([{ clientKey: 'n1', amount: 5, quantity: 5, category: 'Meals' }]);
    sheet = sheet.takeOutcome(sent, [{ clientKey: 'n1', problem: 'The period is closed.' }], [line()]);
    expect(sheet.row('n1')?.problem).toBe('The period is closed.');
    expect(sheet.toSave()).toEqual([]);
    expect(sheet.change('n1', { day: '2026-02-01' }).toSave()).toHaveLength(1);
  });

  it('loses nothing that was typed while it was saving', () => {
    let sheet = ExpenseSheet.of([line()], categories).change('e1', { entered: '30' });
    const sent = sheet.toSave();
    sheet = sheet.change('e1', { entered: '300' });
    sheet = sheet.takeOutcome(sent, [{ clientKey: 'e1', expenseId: 'e1' }], [line({ amount: 30, firmAmount: 33 })]);
    expect(only(sheet).entered).toBe('300');
    expect(sheet.toSave()).toMatchObject([{ amount: 300 }]);
  });

  it('gives a new line its id, and keeps its place', () => {
    let sheet = ExpenseSheet.of([], categories)
      .add('n1', line({ expenseId: undefined }))
      .change('n1', { entered: '5' });
    const sent = sheet.toSave();
    sheet = sheet.add('n2', line({ expenseId: undefined }));
    sheet = sheet.takeOutcome(sent, [{ clientKey: 'n1', expenseId: 'e9' }], [line({ expenseId: 'e9', amount: 5 })]);
    expect(sheet.rows.map((row) => [row.key, row.line.expenseId, row.isDirty])).toEqual([
      ['n1', 'e9', false],
      ['n2', undefined, true],
    ]);
    expect(only(sheet).entered).toBe('5.00');
  });

  it('drops lines that are gone and adds those of another window', () => {
    const sheet = ExpenseSheet.of([line(), line({ expenseId: 'e2' })], categories);
    expect(sheet.takeLines([line({ expenseId: 'e2' }), line({ expenseId: 'e3' })]).rows.map((row) => row.key)).toEqual([
      'e2',
      'e3',
    ]);
  });

  it('adds up what clients are charged by currency', () => {
    const sheet = ExpenseSheet.of(
      [
        line({ billAmount: 10.1, billCurrencyCode: 'EUR' }),
        line({ expenseId: 'e2', billAmount: 0.2, billCurrencyCode: 'EUR' }),
        line({ expenseId: 'e3', billAmount: 5, billCurrencyCode: 'CHF' }),
      ],
      categories,
    );
    expect(sheet.billTotals).toEqual([
      { currencyCode: 'EUR', amount: 10.3 },
      { currencyCode: 'CHF', amount: 5 },
    ]);
  });
});
