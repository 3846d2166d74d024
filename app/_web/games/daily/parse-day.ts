import { type Day, dayOf } from '#game/prompts/daily'

/** The day an address asks for; today for anything but a day that has come. */
export function parseDay(text: unknown, now: number): Day {
  const today = dayOf(now)
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return today
  const at = Date.parse(text)
  return !Number.isNaN(at) && dayOf(at) === text && text < today ? text : today
}
