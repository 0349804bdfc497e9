import type { NewEvent } from '@tenure/event-log';
import type { PlannedCommand } from '../row-planner.js';
import { restOfTotal } from './rest-of-total.js';

const planned = (minor: number, currency = 'EUR') =>
  ({
    command: { name: 'RecordReturn', customerId: '7', id: 'row', formerIds: ['row-of-0.1.0'], data: { returnId: 'O1-refund', amount: { minor, currency } } },
    total: { nth: 1 },
  }) as unknown as PlannedCommand;
const recorded = (minor: number, currency = 'EUR') => ({ data: { returnId: 'O1-refund', amount: { minor, currency } } }) as unknown as NewEvent;

describe('the rest of a total', () => {
  it('is a fact of its own, which no earlier version can have recorded', () => {
    const { command, total } = restOfTotal(planned(800), recorded(500))!;
    expect(command).toMatchObject({ id: 'row.2', data: { returnId: 'O1-refund-2', amount: { minor: 300, currency: 'EUR' } } });
    expect([command.formerIds, total?.nth]).toEqual([undefined, 2]);
  });

  it('is all of it where what was recorded is voided', () => {
    expect(restOfTotal(planned(800), null)?.command.data).toMatchObject({ amount: { minor: 800 } });
  });

  it.each([
    ['of another currency', recorded(500, 'USD')],
    ['that is not more', recorded(800)],
    ['that is less', recorded(900)],
  ])('is none of a total %s', (_, before) => {
    expect(restOfTotal(planned(800), before)).toBeNull();
  });
});
