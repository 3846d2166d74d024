import 'server-only'
import { cache } from 'react'
import { findDelivered } from './find-delivered'
import { showGame } from './replay/show-game'

/** What whoever looks may see of the game at an address, once a request; null where there is none. */
export const findGame = cache((address: string) => findDelivered(address, showGame))
