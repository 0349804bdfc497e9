/** `known` with what it lacks of `wanted`, ascending by name; what it holds otherwise than `wanted` stays as it is, and is named in `changed`. */
export function addMissing(known, wanted) {
  const names = Object.keys(wanted);
  const added = names.filter((name) => !(name in known)).sort();
  const changed = names.filter((name) => name in known && JSON.stringify(known[name]) !== JSON.stringify(wanted[name])).sort();
  const whole = { ...known, ...Object.fromEntries(added.map((name) => [name, wanted[name]])) };
  return { whole: Object.fromEntries(Object.entries(whole).sort(([left], [right]) => (left < right ? -1 : 1))), added, changed };
}
