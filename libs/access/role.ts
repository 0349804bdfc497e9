/** Who may do what is said per route; a role is a kind of work, not a rank: no role includes another. */
export const roles = ['integrator', 'analyst', 'auditor', 'operator', 'privacy-officer'] as const;
export type Role = (typeof roles)[number];

/** Who sees names and how to reach customers: those who may read a customer's file. */
export const personalReaders: readonly Role[] = ['integrator', 'analyst', 'auditor', 'privacy-officer'];

/** Who reads the log itself: what was recorded, as it was recorded. */
export const logReaders = ['analyst', 'auditor', 'privacy-officer', 'integrator'] as const satisfies readonly Role[];
export type LogReader = (typeof logReaders)[number];

export function isRole(text: unknown): text is Role {
  return (roles as readonly unknown[]).includes(text);
}

/** Who a request comes from, once its key is known. `id` is what events keep as their actor. */
export interface Principal {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}
