type Identity = { readonly colour?: number }

/** A cookie was set from this page, and no later answer has shown yet that the browser sends it back. */
let isInDoubt = false

export function noteSaved(): void {
  isInDoubt = true
}

/** @param identity what the server says of this browser; without a colour it knows nobody */
export function noteIdentity({ colour }: Identity): void {
  if (colour !== undefined) isInDoubt = false
}

/** @returns whether a cookie with a name was set, and the browser came back without it */
export function isCookieRejected({ colour }: Identity): boolean {
  return colour === undefined && isInDoubt
}
