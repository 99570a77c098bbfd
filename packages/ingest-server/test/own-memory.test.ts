/** Only memory that bytes have to themselves may go over to another thread: what they share would be gone for the others. */
import { expect, it } from 'vitest'
import { ownMemory } from '../src/own-memory.ts'

const memory = new ArrayBuffer(8)

it.each<[string, unknown, ArrayBuffer[]]>([
  ['bytes with memory of their own', new Uint8Array(memory), [memory]],
  ['the end of some', new Uint8Array(memory, 1), []],
  ['the beginning of some', new Uint8Array(memory, 0, 7), []],
  ['shared between threads', new Uint8Array(new SharedArrayBuffer(8)), []],
  ['text', 'text', []],
])('%s', (_what, value, own) => {
  expect(ownMemory(value)).toEqual(own)
})
