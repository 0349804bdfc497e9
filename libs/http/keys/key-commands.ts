import { Command } from '@nestjs/cqrs';
import type { CreatedKey, Principal, WantedKey } from '@tenure/access';
import { type CarriedOut, carriedOutBy } from '../commands/carried-out-by.js';

export class CreateKey extends Command<CreatedKey> {
  constructor(
    readonly wanted: WantedKey,
    readonly maker: Principal,
  ) {
    super();
  }
}

export class RevokeKey extends Command<void> {
  constructor(
    readonly keyId: string,
    readonly reason: string,
    readonly actor: string,
  ) {
    super();
  }
}

export const keyCommands: readonly CarriedOut[] = [
  carriedOutBy('keys', CreateKey, (keys, { wanted, maker }) => keys.create(wanted, maker)),
  carriedOutBy('keys', RevokeKey, (keys, { keyId, reason, actor }) => keys.revoke(keyId, reason, actor)),
];
