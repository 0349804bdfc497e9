import { type Complaint, causesOf, daysOpen, longBefore, waitsLong } from './waiting.js';

const now = Date.parse('2026-11-30T12:00:00Z');
const about = (subject: string | null, openedAt: string): Complaint =>
  ({ customerId: 'C-1', complaintId: `K ${subject} ${openedAt}`, subject, openedAt }) as Complaint;

describe('a complaint waits', () => {
  it('as many whole days as have passed since it was opened', () => {
    expect(daysOpen(about('late', '2026-11-29T12:00:00Z'), now)).toBe(1);
    expect(daysOpen(about('late', '2026-11-29T12:00:01Z'), now)).toBe(0);
    expect(daysOpen(about('late', '2026-11-23'), now)).toBe(7);
  });

  it('too long from its eighth day on, and the list up to that day has it', () => {
    expect(waitsLong(about('late', '2026-11-23T12:00:00Z'), now)).toBe(true);
    expect(waitsLong(about('late', '2026-11-23T12:00:01Z'), now)).toBe(false);
    expect(longBefore(now)).toBe('2026-11-23');
  });
});

describe('causes', () => {
  it('are the subjects by how many complain, what is not shown among them', () => {
    const complaints = [about('late', '2026-11-01'), about(null, '2026-11-29'), about('broken', '2026-11-29'), about('late', '2026-11-30')];
    expect(causesOf(complaints, now)).toEqual([
      { subject: 'late', complaints: 2, waitLong: 1 },
      { subject: null, complaints: 1, waitLong: 0 },
      { subject: 'broken', complaints: 1, waitLong: 0 },
    ]);
  });
});
