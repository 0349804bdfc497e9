import { dayName, parseDay } from '@tenure/time';
import { daysIn } from '../shared/calendar/zone-days.js';
import { closed, type GivenEvent, purchase, registered } from '../shared/testing/events.js';
import { fold } from '../shared/testing/memory-snapshot.js';
import { correctionOf, voidingOf } from '../shared/testing/taking-back.js';
import { customerRecord } from './customer-record.js';
import { churnProjection } from './projection.js';

const bought = purchase('2026-01-01');
const at = (when: string): Pick<GivenEvent, 'at' | 'precision'> => (when.length === 10 ? { at: when, precision: 'day' } : { at: when });
const visit = (when: string): GivenEvent => ({ ...at(when), type: 'VisitRecorded', data: { visitId: 'v' } });
const answer = (when: string, score: number, [min, max] = [0, 10]): GivenEvent => ({
  ...at(when),
  type: 'SatisfactionRecorded',
  data: { satisfactionId: 'n', metric: 'scale', score, min, max },
});
type Step = 'Logged' | 'Acknowledged' | 'Resolved' | 'Reopened';
const complaint = (step: Step, when: string, complaintId = 'k'): GivenEvent => ({
  ...at(when),
  type: `Complaint${step}`,
  data: { complaintId, severity: 'high', subject: 'lamp', resolution: 'sorry', reason: 'again' },
});
const monthly = { price: { minor: 900, currency: 'EUR' }, interval: 'P1M', quantity: 2 };
const subscription = (does: 'Started' | 'Changed', when: string, terms: object): GivenEvent => ({
  ...at(when),
  type: `Subscription${does}`,
  data: { subscriptionId: 's', ...terms },
});

/** The record with its days by name. */
function recordOf(facts: readonly GivenEvent[], timezone = 'UTC') {
  const { purchases, visits, complaints, satisfaction, downgrades } = customerRecord(fold(churnProjection, 'ada', [bought, ...facts]), daysIn(timezone))!;
  const names = (days: ArrayLike<number>) => Array.from(days, dayName);
  return {
    purchases: names(purchases),
    visits: names(visits),
    complaints: complaints.map(({ logged, steps }) => [dayName(logged), ...steps.map(({ day, step }) => `${step} ${dayName(day)}`)]),
    satisfaction: satisfaction.map(({ day, share }) => [dayName(day), share]),
    downgrades: names(downgrades),
  };
}

describe('the record of a customer', () => {
  it('has days with a purchase, each once, and is null without one', () => {
    expect(recordOf([purchase('2026-01-03T10:00Z'), purchase('2026-01-03T11:00Z', { orderId: 'second' }), closed('2026-02-01')])).toEqual({
      purchases: ['2026-01-01', '2026-01-03'],
      visits: [],
      complaints: [],
      satisfaction: [],
      downgrades: [],
    });
    expect(customerRecord(fold(churnProjection, 'di', [registered('2026-01-01'), visit('2026-01-02')]), daysIn('UTC'))).toBeNull();
  });

  it('has the day of each visit, also of two on one day', () => {
    expect(recordOf([visit('2026-01-05T09:00Z'), visit('2026-01-02'), visit('2026-01-05T09:00Z'), visit('2026-01-05')]).visits).toEqual([
      '2026-01-02',
      '2026-01-05',
      '2026-01-05',
      '2026-01-05',
    ]);
  });

  it('has complaints with their resolutions and reopenings, and none of which only steps have arrived', () => {
    const facts = [
      complaint('Resolved', '2026-02-20T10:00Z', 'later'),
      complaint('Logged', '2026-02-11T10:00Z', 'later'),
      complaint('Logged', '2026-02-10T10:00Z'),
      complaint('Acknowledged', '2026-02-11T10:00Z'),
      complaint('Resolved', '2026-02-12T10:00Z'),
      complaint('Reopened', '2026-02-14T10:00Z'),
      complaint('Resolved', '2026-02-13T10:00Z', 'never logged'),
    ];
    expect(recordOf(facts).complaints).toEqual([
      ['2026-02-10', 'resolved 2026-02-12', 'reopened 2026-02-14'],
      ['2026-02-11', 'resolved 2026-02-20'],
    ]);
  });

  it('has resolutions and reopenings that are dated by one day alone in turns', () => {
    const day = '2026-02-12';
    const facts = [complaint('Logged', day), complaint('Resolved', day), complaint('Reopened', day), complaint('Resolved', day), complaint('Reopened', day)];
    const turns = [`resolved ${day}`, `reopened ${day}`];
    expect(recordOf(facts).complaints).toEqual([[day, ...turns, ...turns]]);
  });

  it('has answers as shares of their scales', () => {
    const facts = [answer('2026-03-02', 4, [1, 5]), answer('2026-03-01T09:00Z', 9), answer('2026-03-03', 0, [-1e308, 1e308])];
    expect(recordOf(facts).satisfaction).toEqual([
      ['2026-03-01', 0.9],
      ['2026-03-02', 0.75],
      ['2026-03-03', 0.5],
    ]);
  });

  describe('has the days on which a subscription was lowered', () => {
    const lowered = (...changes: GivenEvent[]) => recordOf([subscription('Started', '2026-01-01', monthly), ...changes]).downgrades;
    const priced = (minor: number, currency = 'EUR') => ({ price: { minor, currency } });

    it('in price or in quantity', () => {
      expect(
        lowered(
          subscription('Changed', '2026-02-01', priced(800)),
          subscription('Changed', '2026-03-01', priced(850)),
          subscription('Changed', '2026-04-01', { quantity: 1 }),
          subscription('Changed', '2026-05-01', { quantity: 3, ...priced(2_000) }),
          subscription('Changed', '2026-06-01', { plan: 'plus' }),
        ),
      ).toEqual(['2026-02-01', '2026-04-01']);
    });

    it('and no other currency or interval is compared', () => {
      expect(lowered(subscription('Changed', '2026-02-01', priced(800, 'USD')))).toEqual([]);
      expect(lowered(subscription('Changed', '2026-02-01', { interval: 'P1W', ...priced(300) }))).toEqual([]);
    });

    it('by days in the zone of the reports, on which an instant may come after a later-stamped day', () => {
      const changes = [subscription('Changed', '2026-01-31T17:00Z', priced(500)), subscription('Changed', '2026-01-31', priced(700))];
      const lowered = (timezone: string) => recordOf([subscription('Started', '2026-01-01', monthly), ...changes], timezone).downgrades;
      expect(lowered('UTC')).toEqual(['2026-01-31']); // to 5.00, then raised
      expect(lowered('Asia/Shanghai')).toEqual(['2026-01-31', '2026-02-01']); // to 7.00, then to 5.00
    });

    it('against the terms before in time, in whatever order they arrive; on one day as they were recorded', () => {
      const late = [
        subscription('Changed', '2026-03-01', priced(500)),
        subscription('Started', '2026-01-01', monthly),
        subscription('Changed', '2026-02-01', priced(400)),
      ];
      expect(recordOf(late).downgrades).toEqual(['2026-02-01']);
      const day = '2026-02-01';
      expect(lowered(subscription('Changed', day, priced(1_000)), subscription('Changed', day, priced(950)))).toEqual([day]);
      expect(lowered(subscription('Changed', day, priced(950)), subscription('Changed', day, priced(1_000)))).toEqual([]);
    });
  });

  it.each([
    ['visit', visit('2026-04-01'), visit('2026-05-02')],
    ['answer', answer('2026-04-01', 3), answer('2026-05-02', 10)],
    ['complaint', complaint('Logged', '2026-04-01'), complaint('Logged', '2026-05-02')],
  ])('has a %s as it was corrected, and nothing of one that was voided, in whatever order', (_, fact, like) => {
    const correction = correctionOf(fact, like)!.event;
    const corrected = recordOf([like]);
    expect(corrected).not.toEqual(recordOf([fact]));
    for (const facts of [
      [fact, correction],
      [correction, fact],
    ]) {
      expect(recordOf(facts)).toEqual(corrected);
    }
    for (const facts of [
      [fact, voidingOf(fact)!],
      [voidingOf(fact)!, fact],
    ]) {
      expect(recordOf(facts)).toEqual(recordOf([]));
    }
  });

  it('has a complaint whose steps were corrected as it was corrected', () => {
    const step = (name: string, occurredAt: string) => ({ step: name, occurredAt });
    const was = { occurredAt: '2026-04-01', severity: 'high', steps: [step('acknowledged', '2026-04-02'), step('resolved', '2026-04-03T10:00:00Z')] };
    const now = { ...was, steps: [step('acknowledged', '2026-04-02'), step('resolved', '2026-04-05')] };
    const facts: GivenEvent[] = [
      { type: 'ComplaintCorrected', at: '2026-04-01', precision: 'day', data: { complaintId: 'k', was, now } },
      complaint('Logged', '2026-04-01'),
      complaint('Acknowledged', '2026-04-02'),
      complaint('Resolved', '2026-04-03T10:00Z'),
    ];
    expect(recordOf(facts).complaints).toEqual([['2026-04-01', 'resolved 2026-04-05']]);
  });

  it('counts days in the zone of the reports; a day is that day in each', () => {
    const facts = [visit('2026-04-01T20:00Z'), visit('2026-04-01'), answer('2026-04-01T20:00Z', 5), complaint('Logged', '2026-04-01T20:00Z')];
    expect(recordOf(facts, 'Asia/Shanghai')).toMatchObject({
      visits: ['2026-04-01', '2026-04-02'],
      satisfaction: [['2026-04-02', 0.5]],
      complaints: [['2026-04-02']],
    });
  });

  it('costs a customer of whom only purchases are known six characters', () => {
    const history = [registered('2026-01-01'), bought, purchase('2026-02-01T10:00Z')];
    const { p, c, s } = fold(churnProjection, 'ada', history);
    expect(JSON.stringify({ p, c, s }).length - JSON.stringify({ p, c }).length).toBe(',"s":0'.length);
    expect(p[0][0]).toEqual([parseDay('2026-01-01')! * 86_400, Date.parse('2026-02-01T10:00Z') / 1000]);
  });
});
