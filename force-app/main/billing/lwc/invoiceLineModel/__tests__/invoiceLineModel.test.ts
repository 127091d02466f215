import {
  adjustmentOf,
  amountOf,
  computedInput,
  inputOf,
  isAdjusted,
  isChanged,
  problemOf,
  totalsOf,
  type Line,
  type LineInput,
} from 'c/invoiceLineModel';

const line: Line = {
  Id: 'l1',
  Description__c: 'Ann Lee',
  Quantity__c: 1.5,
  UnitPrice__c: 100,
  Amount__c: 150,
  TaxPercent__c: 19,
  TaxAmount__c: 28.5,
  ComputedQuantity__c: 1.5,
  ComputedAmount__c: 150,
};

function typed(fields: Partial<LineInput>): LineInput {
  return { ...inputOf(line), ...fields };
}

describe('c/invoiceLineModel', () => {
  it('multiplies what is typed out to the cent, a half away from zero', () => {
    expect(amountOf(typed({ quantity: '0.05', unitPrice: '0.10' }))).toBe(0.01);
    expect(amountOf(typed({ quantity: '-0.05', unitPrice: '0.10' }))).toBe(-0.01);
    expect(amountOf(typed({ quantity: '1,25', unitPrice: '99.99' }))).toBe(124.99);
    expect(amountOf(typed({ quantity: 'two' }))).toBeUndefined();
  });

  it('asks for a reason once the amount differs from the computed one', () => {
    expect(problemOf(line, typed({ description: 'Design' }))).toBeUndefined();
    expect(problemOf(line, typed({ quantity: '1' }))).toMatch(/why/);
    expect(problemOf(line, typed({ quantity: '1', reason: 'Goodwill' }))).toBeUndefined();
    expect(problemOf(line, typed({ quantity: '1.234' }))).toMatch(/two decimals/);
    expect(problemOf(line, typed({ description: ' ' }))).toMatch(/what is billed/);
    expect(isAdjusted({ ...line, ComputedAmount__c: undefined }, 1)).toBe(false);
  });

  it('tells the server what was typed', () => {
    expect(isChanged(line, typed({}))).toBe(false);
    const input = typed({ quantity: '1', reason: ' Goodwill ' });
    expect(isChanged(line, input)).toBe(true);
    expect(adjustmentOf(line, input)).toEqual({
      lineId: 'l1',
      quantity: 1,
      unitPrice: 100,
      description: 'Ann Lee',
      reason: 'Goodwill',
    });
    expect(adjustmentOf(line, typed({})).reason).toBeNull();
  });

  it('finds the way back to what was computed', () => {
    expect(computedInput(line)).toBeUndefined();
    expect(computedInput({ ...line, Amount__c: 100, Quantity__c: 1 })).toMatchObject({
      quantity: '1.50',
      unitPrice: '100.00',
      reason: '',
    });
    expect(computedInput({ ...line, Amount__c: 1, ComputedQuantity__c: 3, ComputedAmount__c: 100 })).toBeUndefined();
  });

  it('adds up lines as they are typed, with tax on the sum of each rate', () => {
    const second: Line = { ...line, Id: 'l2', Quantity__c: 1, UnitPrice__c: 0.1, Amount__c: 0.1, TaxPercent__c: 7.5 };
    const none = new Map<string, LineInput>();
    expect(totalsOf([line, second], none)).toEqual({ subtotal: 150.1, tax: 28.51, total: 178.61 });
    const inputs = new Map([['l1', typed({ quantity: '1' })]]);
    expect(totalsOf([line, second], inputs)).toEqual({ subtotal: 100.1, tax: 19.01, total: 119.11 });
    expect(totalsOf([{ ...line, TaxAmount__c: 0 }], inputs)).toEqual({ subtotal: 100, tax: 0, total: 100 });
    expect(totalsOf([], none)).toEqual({ subtotal: 0, tax: 0, total: 0 });
  });
});
