/** Filters in words, for whoever is about to act on all that fit; an empty value narrows nothing. */
export const wordsOf = (filters: Readonly<Record<string, string>>): string[] =>
  Object.entries(filters).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []))

/** As a query; an empty value is no filter. */
export const queryOf = (filters: Readonly<Record<string, string>>): URLSearchParams =>
  new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''))

/** `1 reward`, `12 rewards`. */
export const countOf = (count: number, one: string): string =>
  `${count.toLocaleString()} ${one}${count === 1 ? '' : 's'}`
