import { config } from 'zod/v4/core'

// Runs before anything else in a page. Pages may not make code out of text; zod asks whether they may as the first schema is
// made, and asking is already reported as an offence.
config({ jitless: true })
