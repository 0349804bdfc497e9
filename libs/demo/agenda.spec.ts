import fc from 'fast-check';
import { Agenda } from './agenda.js';

it('gives what was put in by time, and in the order it came where times are equal', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (times) => {
      const agenda = new Agenda<number>();
      times.forEach((at, index) => {
        agenda.add(at, index);
      });
      const taken: [number, number][] = [];
      for (let entry = agenda.takeFirst(); entry; entry = agenda.takeFirst()) taken.push([entry.at, entry.what]);
      expect(taken).toEqual(times.map((at, index): [number, number] => [at, index]).sort((a, b) => a[0] - b[0] || a[1] - b[1]));
      expect(agenda.size).toBe(0);
    }),
  );
});
