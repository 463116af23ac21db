/** The sum of the points whose condition holds: evidence, one reason a row. */
export function weigh(...reasons: readonly (readonly [holds: boolean, points: number])[]): number {
  return reasons.reduce((sum, [holds, points]) => sum + (holds ? points : 0), 0);
}
