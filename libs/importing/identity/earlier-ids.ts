import type { KeyedHash } from '@tenure/log-secret';
import { idOfNormalised, type PersonalKey, personalId } from './personal-id.js';

/** An id that a customer may have had before, unless there is a customer of another id by now. */
export interface EarlierId {
  readonly id: string;
  readonly unless?: string;
}

/** Of which log it is asked. */
export interface IdsOfLog {
  readonly keyed: KeyedHash;
  /** Whether version 0.1.0 wrote into it. */
  readonly hasPlainIds: boolean;
}

/**
 * Under which ids the log may hold whoever a value tells apart, beside the id that is made of it. Version 0.1.0 took the
 * value itself. Version 0.2.0 at first knew fewer ways of writing addresses and numbers: an id in another way stayed as it
 * stood, and of `mailto:ada@example.com` as a whole an id was made. Whoever has such an id keeps it.
 */
export function earlierIds({ keyed, hasPlainIds }: IdsOfLog, key: PersonalKey, text: string): EarlierId[] {
  const ofThen: EarlierId[] = hasPlainIds ? [{ id: text }] : [];
  const id = personalId(keyed, key, text);
  if (id === null || key === 'account') return ofThen;
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const wasKnown = key === 'email' ? /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]+$/ : /^\+\d[\d\s()./-]*$/;
  if (!wasKnown.test(plain)) return hasPlainIds ? ofThen : [{ id: text, unless: id }];
  const before = key === 'email' ? idOfNormalised(keyed, key, plain) : id;
  return before === id ? ofThen : [...ofThen, { id: before, unless: id }];
}
