/** Client and server refuse each other when these differ: a tab that slept through a release reloads itself. */
export const protocolVersion = 9
