import { setImmediate as nextTurn } from 'node:timers/promises';
import { Lockstep } from './lockstep.js';

describe('who goes side by side', () => {
  const [a, b] = [{}, {}];
  let side: Lockstep;
  let gone: string[];
  beforeEach(() => {
    side = new Lockstep();
    gone = [];
  });
  const turn = (who: object, place: string) => void side.waitTurn(who, place).then(() => gone.push(`${who === a ? 'a' : 'b'}${place}`));

  it('waits for who is behind, and not for who is level or ahead', async () => {
    turn(a, '1');
    turn(b, '1');
    turn(a, '2');
    await nextTurn();
    expect(gone).toEqual(['a1', 'b1']);
    turn(b, '2');
    await nextTurn();
    expect(gone.sort()).toEqual(['a1', 'a2', 'b1', 'b2']);
  });

  it.each([
    ['behind', b],
    ['who waits', a],
  ])('waits no longer when the one %s leaves', async (_, leaver) => {
    turn(b, '');
    turn(a, '9');
    await nextTurn();
    expect(gone).toEqual(['b']);
    side.leave(leaver);
    await nextTurn();
    expect(gone).toEqual(['b', 'a9']);
  });
});
