import { type Complaint, causesOf, daysOpen, longBefore, waitsLong } from './waiting.js';

const looked = { now: Date.parse('2026-11-30T12:00:00Z'), timezone: 'Asia/Shanghai' };
const about = (subject: string | null, openedAt: string): Complaint =>
  ({ customerId: 'C-1', complaintId: `K ${subject} ${openedAt}`, subject, openedAt }) as Complaint;

describe('a complaint waits', () => {
  it('as many days of the zone as have begun since it was opened', () => {
    expect(daysOpen(about('late', '2026-11-30T11:00:00Z'), looked)).toBe(0);
    expect(daysOpen(about('late', '2026-11-29T15:59:59Z'), looked)).toBe(1);
    expect(daysOpen(about('late', '2026-11-29T16:00:00Z'), looked)).toBe(0);
    expect(daysOpen(about('late', '2026-11-23'), looked)).toBe(7);
  });

  it('too long from seven days on, and the list up to that day has just those', () => {
    expect(longBefore(looked)).toBe('2026-11-23');
    expect(waitsLong(about('late', '2026-11-23T15:59:59Z'), looked)).toBe(true);
    expect(waitsLong(about('late', '2026-11-23T16:00:00Z'), looked)).toBe(false);
  });
});

describe('causes', () => {
  it('are the subjects by how many complain, what is not shown among them', () => {
    const complaints = [about('late', '2026-11-01'), about(null, '2026-11-29'), about('broken', '2026-11-29'), about('late', '2026-11-30')];
    expect(causesOf(complaints, looked)).toEqual([
      { subject: 'late', complaints: 2, waitLong: 1 },
      { subject: null, complaints: 1, waitLong: 0 },
      { subject: 'broken', complaints: 1, waitLong: 0 },
    ]);
  });
});
