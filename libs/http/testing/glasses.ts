import { Describe, IsId } from '@tenure/shape';
import { integer, record } from '@tenure/shape/schema';
import { decidedKind, declaredCommand } from '@tenure/streams';
import { IsInt, Min } from 'class-validator';

@Describe('Pour water into a glass.')
export class PourWater {
  @IsId()
  @Describe('Which glass.', 'left')
  glass!: string;

  @IsInt()
  @Min(1)
  @Describe('How much.', 100)
  millilitres!: number;
}

const pourWater = declaredCommand<number, PourWater>({
  shape: PourWater,
  summary: 'Pour water into a glass',
  senders: ['operator', 'analyst'],
  decide(full, { millilitres }) {
    if (full + millilitres <= 300) return [{ type: 'WaterPoured', data: { millilitres } }];
    return { code: 'glass-full', detail: `There is room for ${300 - full} ml.`, pointer: '/millilitres' };
  },
});

/** A kind of stream with one command, which operators and analysts send and auditors read. */
export const glassKind = decidedKind({
  name: 'glass',
  plural: 'glasses',
  prefix: 'glass-',
  idField: 'glass',
  ids: ['left', 'right', 'broken'],
  eventSchemas: { WaterPoured: record({ millilitres: integer }) },
  readers: ['auditor'],
  fold: { initial: () => 0, evolve: (full: number, { data }) => full + (data as PourWater).millilitres },
  commands: [pourWater],
});
