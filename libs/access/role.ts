/** Each route says which roles may use it. A role is a kind of work, not a rank: no role includes another. */
export const roles = ['integrator', 'analyst', 'auditor', 'operator', 'privacy-officer'] as const;
export type Role = (typeof roles)[number];

/** Roles that see names and contact details: those that may read a customer's file. */
export const personalReaders: readonly Role[] = ['integrator', 'analyst', 'auditor', 'privacy-officer'];

/** Roles that read the log itself, as it was recorded. */
export const logReaders = ['analyst', 'auditor', 'privacy-officer', 'integrator'] as const satisfies readonly Role[];
export type LogReader = (typeof logReaders)[number];

export function isRole(text: unknown): text is Role {
  return (roles as readonly unknown[]).includes(text);
}

/** The sender of a request, once its key is known. `id` is what events keep as their actor. */
export interface Principal {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}
