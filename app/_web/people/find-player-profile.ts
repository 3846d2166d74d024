import 'server-only'
import { cache } from 'react'
import { pagePrisma } from '#server/store/page-store'
import { findProfile } from '#server/store/players/find-profile'

/** Asked by a page, by its title and by what it shows: once a request. */
export const findPlayerProfile = cache((playerId: string) => findProfile(pagePrisma(), playerId))
