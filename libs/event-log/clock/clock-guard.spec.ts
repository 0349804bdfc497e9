import { ClockGuard, clockMemory } from './clock-guard.js';

const HOUR = 3_600_000;
let wall: number;
let passed: number;
let guard: ClockGuard;
beforeEach(() => {
  [wall, passed] = [1_700_000_000_000, 5_000];
  guard = new ClockGuard(
    () => wall,
    () => passed,
  );
});
const pass = (ms: number, off = 0) => {
  passed += ms;
  wall += ms + off;
};

it.each([
  ['ahead', 100 * 365 * 24 * HOUR],
  ['ahead', 10_000],
  ['back', -HOUR],
])('gives no time after a jump %s, says so, and gives it again once the clock is back', (direction, jump) => {
  pass(500, jump);
  const jumped = expect.objectContaining({
    code: 'clock-jumped',
    outcome: 'not-appended',
    message: expect.stringMatching(`jumped \\d+ s ${direction}.*restart`),
  });
  expect(() => guard.now()).toThrow(jumped);
  pass(HOUR);
  expect(() => guard.now()).toThrow(jumped);
  expect(guard.trouble).toContain('jumped');
  pass(10, -jump);
  expect(guard.now()).toBe(wall);
  expect(guard.trouble).toBeNull();
});

it('takes over what a clock is set by in small steps, and the sleep of the machine', () => {
  for (let n = 0; n < 100; n++) {
    pass(1_000, n % 2 === 0 ? 900 : -400);
    expect(guard.now()).toBe(wall);
  }
  pass(8 * HOUR);
  expect(guard.now()).toBe(wall);
});

it('believes in a new thread what the one before it has believed, not a clock that has jumped meanwhile', () => {
  const memory = clockMemory();
  const begin = () =>
    new ClockGuard(
      () => wall,
      () => passed,
      memory,
    );
  begin().now();
  pass(500, HOUR);
  const next = begin();
  expect(() => next.now()).toThrow(expect.objectContaining({ code: 'clock-jumped' }));
  pass(10, -HOUR);
  expect(next.now()).toBe(wall);
});
