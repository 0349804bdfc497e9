/** An answer of a handler whose buffers go over to the caller instead of being copied: here they are empty afterwards. */
export class Transferred {
  constructor(
    readonly value: unknown,
    readonly buffers: readonly ArrayBuffer[],
  ) {}
}
