/** Ready examples: what they are written in, and what of the installation's own they carry. */

export const LANGUAGES = [
  { value: 'node', label: 'Node.js' },
  { value: 'python', label: 'Python' },
  { value: 'ruby', label: 'Ruby' },
  { value: 'php', label: 'PHP' },
  { value: 'java', label: 'Java' },
  { value: 'go', label: 'Go' },
] as const

export type Language = (typeof LANGUAGES)[number]['value']
export const isLanguage = (text: string | null): text is Language => LANGUAGES.some(({ value }) => value === text)

export interface OwnKeys {
  /** Where this server is, as the outside sees it; without a slash at its end. */
  readonly origin: string
  /** That of the mode, or what stands for it until there is one. */
  readonly publicKey: string
}

export interface Example {
  readonly name: string
  /** When it is the one to take. */
  readonly about: string
  code(keys: OwnKeys): Readonly<Record<Language, string>>
}
