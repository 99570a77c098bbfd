/** Which of some words somebody may have meant: that with the fewest letters to change. */

/** How many letters to add, drop, change or swap with their neighbour. */
export function distance(one: string, other: string): number {
  const rows: number[][] = [[...other, ''].map((_, index) => index)]
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity
  for (let i = 1; i <= one.length; i++) {
    const row = (rows[i] = [i])
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1]
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      const ways = [at(i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(i - 1, j - 1) + (same ? 0 : 1)]
      row[j] = Math.min(...ways, swapped ? at(i - 2, j - 2) + 1 : Infinity)
    }
  }
  return at(one.length, other.length)
}

/** The word that is meant, where one is near: within a third of its letters. */
export function nearest(word: string, words: readonly string[]): string | null {
  const [best] = words
    .map((known) => ({ known, far: distance(word, known) }))
    .filter(({ known, far }) => far <= Math.max(1, Math.floor(known.length / 3)))
    .sort((one, other) => one.far - other.far)
  return best?.known ?? null
}
