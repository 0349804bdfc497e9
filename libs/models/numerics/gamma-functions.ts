/**
 * ln Gamma and its first two derivatives for x > 0: the argument is raised to 12 or more by the recurrence, where the
 * asymptotic series (Abramowitz & Stegun 6.1.40, 6.3.18, 6.4.12) is exact to the last digits of a double.
 */
const enough = 12;
const halfLogTwoPi = 0.9189385332046727;

export function logGamma(x: number): number {
  let product = 1;
  let shifted = x;
  for (; shifted < enough; shifted += 1) product *= shifted;
  const y = 1 / (shifted * shifted);
  const series = (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y / 1188)))) / shifted;
  return (shifted - 0.5) * Math.log(shifted) - shifted + halfLogTwoPi + series - Math.log(product);
}

export function digamma(x: number): number {
  let lower = 0;
  let shifted = x;
  for (; shifted < enough; shifted += 1) lower += 1 / shifted;
  const y = 1 / (shifted * shifted);
  const series = y * (1 / 12 - y * (1 / 120 - y * (1 / 252 - y * (1 / 240 - y * (1 / 132 - (y * 691) / 32760)))));
  return Math.log(shifted) - 0.5 / shifted - series - lower;
}

export function trigamma(x: number): number {
  let lower = 0;
  let shifted = x;
  for (; shifted < enough; shifted += 1) lower += 1 / (shifted * shifted);
  const y = 1 / (shifted * shifted);
  const series = (y * (1 / 6 - y * (1 / 30 - y * (1 / 42 - y * (1 / 30 - y * (5 / 66 - (y * 691) / 2730)))))) / shifted;
  return 1 / shifted + 0.5 * y + series + lower;
}
