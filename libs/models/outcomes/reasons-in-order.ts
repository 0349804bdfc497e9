/**
 * Reasons in the order in which a reader wants them: if the customer is more likely than not to stay away, or likelier than the typical
 * one, what raises the likelihood comes first, otherwise what lowers it; the largest first. Both likelihoods are ln-odds.
 */
export function reasonsInOrder<Reason extends { readonly contribution: number }>(reasons: readonly Reason[], logOdds: number, typical: number): Reason[] {
  const first = logOdds >= 0 || logOdds >= typical ? 1 : -1;
  const points = ({ contribution }: Reason): number => Math.sign(contribution * first);
  return [...reasons].sort((left, right) => points(right) - points(left) || Math.abs(right.contribution) - Math.abs(left.contribution));
}
