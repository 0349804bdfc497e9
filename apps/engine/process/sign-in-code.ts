import type { SignInCodes } from '@tenure/access';
import { isLoopback, type Settings } from '@tenure/settings';

/** A one-time code for a browser on this machine; null where other machines reach the engine, too. */
export const issueSignInCode = (codes: SignInCodes, { host }: Pick<Settings, 'host'>): string | null => (isLoopback(host) ? codes.issue() : null);
