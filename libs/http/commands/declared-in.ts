import type { CommandOfKind } from '@tenure/streams';
import type { HttpParts } from '../parts.js';

/** The commands of the kinds of stream that this process serves. */
export function declaredIn({ ports, streamKinds }: Pick<HttpParts, 'ports' | 'streamKinds'>): readonly CommandOfKind[] {
  return ports.streamCommands && streamKinds ? streamKinds.commands : [];
}
