import type { Role, RoleProcess } from '../faults/role-process.js';

/** The sentence of a start that ended with exit code 1; else how it ended instead. */
export async function refusedStart(role: Role, start: Promise<RoleProcess>): Promise<string> {
  const said = await start.then(
    () => `The ${role} listens.`,
    (error: Error) => error.message,
  );
  const sentence = new RegExp(`tenure ${role}: .*`).exec(said)?.[0];
  return said.startsWith(`The ${role} ended with 1 before it served`) && sentence ? sentence : said;
}
