import * as z from 'zod/mini'
import { settings } from '#game/settings'

/**
 * Index into the inks, of which there is one for each seat: a hue and a shape, so that colour is never the only sign. Of those below
 * `hueCount` each has its own hue and its own shape; they are what players choose from.
 */
export const colour = z.int().check(z.gte(0), z.lt(settings.maxPlayers))
export type Colour = z.infer<typeof colour>
