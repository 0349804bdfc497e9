/** An answer of a handler whose buffers are transferred to the caller instead of copied: here they are empty afterwards. */
export class Transferred {
  constructor(
    readonly value: unknown,
    readonly buffers: readonly ArrayBuffer[],
  ) {}
}
