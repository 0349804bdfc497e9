/** Those of ascending moments that lie before a second; as a rule all of them do, and then nothing is copied. */
export function momentsBefore(moments: readonly number[], until: number): readonly number[] {
  return moments.length === 0 || moments[moments.length - 1]! < until ? moments : moments.filter((moment) => moment < until);
}
