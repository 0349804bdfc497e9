/** No rule looks back at earlier answers, so nothing is kept of them. */
export function evolveSatisfaction(): void {}
