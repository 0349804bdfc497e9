/** `known` with the members of `wanted` that it lacks, ascending by name. Members that differ from `wanted` stay, and are named in `changed`. */
export function addMissing(known, wanted) {
  const names = Object.keys(wanted);
  const added = names.filter((name) => !(name in known)).sort();
  const changed = names.filter((name) => name in known && JSON.stringify(known[name]) !== JSON.stringify(wanted[name])).sort();
  const whole = { ...known, ...Object.fromEntries(added.map((name) => [name, wanted[name]])) };
  return { whole: Object.fromEntries(Object.entries(whole).sort(([left], [right]) => (left < right ? -1 : 1))), added, changed };
}
