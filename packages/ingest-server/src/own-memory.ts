/** The memory that bytes have to themselves, which can go over to another thread; none where they share it, as small ones do. */
export const ownMemory = (value: unknown): ArrayBuffer[] =>
  value instanceof Uint8Array && value.buffer instanceof ArrayBuffer && value.byteLength === value.buffer.byteLength
    ? [value.buffer]
    : []
