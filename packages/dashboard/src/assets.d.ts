/** Vite turns these into files beside the scripts. */
declare module '*.css'
declare module '*.svg' {
  const url: string
  export default url
}
