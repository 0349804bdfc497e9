const surelyLeaves = 1 - 1e-7; // a chance above it is taken for it: the error is of that order, and less cancels below

/**
 * Purchases of a customer who has `behind` of the `stages` to the next one behind, discounted at `discountRate` a period from the
 * end of theirs, over `z`, the stages that end in a period on average; `p`: the chance to leave at a purchase.
 *
 * The stages go round in a circle, which 1 - p of the customers close: with rho^stages = 1 - p and omega the root of unity, the
 * rate of purchases is a sum of exponentials with the hazards z (1 - rho omega^l), so that the sum over all periods is one of
 *   rho^(behind - stages + 1) / stages  sum_l omega^(l (behind + 1)) S(z (1 - rho omega^l)),
 * S(w) = (1 - e^-w) / (w (discountRate + 1 - e^-w)) as in `discountedStay`. Terms are pairs of conjugates.
 */
export function discountedRhythm(z: number, p: number, stages: number, behind: number, discountRate: number): number {
  const logRho = Math.log1p(-Math.min(p, surelyLeaves)) / stages;
  const rho = Math.exp(logRho);
  const lost = -Math.expm1(logRho);
  let sum = 0;
  for (let l = 0; 2 * l <= stages; l += 1) {
    const angle = (2 * Math.PI * l) / stages;
    const real = z * (lost + 2 * rho * Math.sin(angle / 2) ** 2);
    const imaginary = -z * rho * Math.sin(angle);
    const isAlone = l === 0 || 2 * l === stages;
    sum += (isAlone ? 1 : 2) * turnedStay(real, imaginary, angle * (behind + 1), discountRate);
  }
  return Math.max(0, (Math.exp(logRho * (behind - stages + 1)) / stages) * sum); // what cancels may leave less than nothing of nothing
}

/** The real part of e^(i angle) S(real + i imaginary). */
function turnedStay(real: number, imaginary: number, angle: number, discountRate: number): number {
  if (real === 0 && imaginary === 0) return Math.cos(angle) / discountRate;
  const kept = Math.exp(-real);
  // 1 - e^-w, where 1 - cos is written with the sine of the half
  const q = -Math.expm1(-real) * Math.cos(imaginary) + 2 * Math.sin(imaginary / 2) ** 2;
  const qImaginary = kept * Math.sin(imaginary);
  const below = real * (discountRate + q) - imaginary * qImaginary;
  const belowImaginary = real * qImaginary + imaginary * (discountRate + q);
  const size = below * below + belowImaginary * belowImaginary;
  const quotient = (q * below + qImaginary * belowImaginary) / size;
  const quotientImaginary = (qImaginary * below - q * belowImaginary) / size;
  return quotient * Math.cos(angle) - quotientImaginary * Math.sin(angle);
}
