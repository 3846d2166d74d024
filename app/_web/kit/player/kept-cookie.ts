type Identity = { readonly colour?: number }

/** A name was taken on this page, and it has not been seen yet whether the browser keeps it. */
let isInDoubt = false

export function noteSaved(): void {
  isInDoubt = true
}

/** @param identity what the server says of this browser; without a colour it knows nobody */
export function noteIdentity({ colour }: Identity): void {
  if (colour !== undefined) isInDoubt = false
}

/** @returns whether this browser has been given a name in a cookie, and has come back without it */
export function keepsNoCookie({ colour }: Identity): boolean {
  return colour === undefined && isInDoubt
}
