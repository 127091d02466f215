import { errorMessages } from 'c/errorMessages';

describe('errorMessages', () => {
  it('says nothing when there is no error', () => {
    expect(errorMessages(undefined)).toEqual([]);
  });

  it('reads the message of an Apex error', () => {
    expect(errorMessages({ body: { message: 'Choose a rate card.' } })).toEqual(['Choose a rate card.']);
  });

  it('prefers the errors of fields and pages to the general message', () => {
    const body = {
      message: 'An error occurred while trying to update the record.',
      output: {
        errors: [{ message: 'The project is closed.' }],
        fieldErrors: { EndDate__c: [{ message: 'The end is before the start.' }] },
      },
    };
    expect(errorMessages({ body })).toEqual(['The project is closed.', 'The end is before the start.']);
  });

  it('joins several errors and drops repetitions', () => {
    expect(errorMessages([{ body: [{ message: 'One' }, { message: 'Two' }] }, new Error('One')])).toEqual([
      'One',
      'Two',
    ]);
  });

  it('has a message for an error that says nothing', () => {
    expect(errorMessages({})).toHaveLength(1);
    expect(errorMessages({})[0]).toMatch(/went wrong/);
  });
});
