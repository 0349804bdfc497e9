import { Command } from '@nestjs/cqrs';
import type { RebuildStatus } from '@tenure/operating';
import { type CarriedOut, carriedOutBy } from '../commands/carried-out-by.js';

export class StartRebuild extends Command<RebuildStatus> {
  constructor(readonly request: { readonly projection: string | null; readonly check: boolean }) {
    super();
  }
}

export class CancelRebuild extends Command<RebuildStatus> {
  constructor(readonly id: string) {
    super();
  }
}

export class RetryParked extends Command<{ readonly parked: boolean; readonly reason?: string }> {
  constructor(
    readonly projection: string,
    readonly customerId: string,
    readonly actor: string,
  ) {
    super();
  }
}

export class DiscardParked extends Command<void> {
  constructor(
    readonly projection: string,
    readonly customerId: string,
    readonly reason: string,
    readonly actor: string,
  ) {
    super();
  }
}

export class Republish extends Command<{ readonly position: string }> {
  constructor(
    readonly request: { readonly reason: string; readonly acceptLoss: boolean },
    readonly actor: string,
  ) {
    super();
  }
}

export const operationCommands: readonly CarriedOut[] = [
  carriedOutBy('operations', StartRebuild, (operations, { request }) => operations.startRebuild(request)),
  carriedOutBy('operations', CancelRebuild, (operations, { id }) => operations.cancelRebuild(id)),
  carriedOutBy('operations', RetryParked, (operations, { projection, customerId, actor }) => operations.retryParked(projection, customerId, actor)),
  carriedOutBy('operations', DiscardParked, (operations, { projection, customerId, reason, actor }) =>
    operations.discardParked(projection, customerId, reason, actor),
  ),
  carriedOutBy('operations', Republish, (operations, { request, actor }) => operations.republish(request, actor)),
];
