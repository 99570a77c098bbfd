/** When a day of the reader's calendar begins, or ends, in epoch ms as text; an empty text where it is none. */
function momentOf(day: string, time: string): string {
  const at = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T${time}`) : NaN
  return Number.isNaN(at) ? '' : String(at)
}
export const beginOfDay = (day: string): string => momentOf(day, '00:00:00.000')
export const endOfDay = (day: string): string => momentOf(day, '23:59:59.999')
