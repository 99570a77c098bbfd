/** One box for a key or an e-mail: the API takes either by its own name. */
export const keyOrEmail = (text: string, keyName: string): Record<string, string> =>
  text.includes('@') ? { email: text } : { [keyName]: text }
