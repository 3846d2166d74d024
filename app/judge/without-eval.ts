import { z } from 'zod'

/** Pages may not make code out of text; asking whether they may is already reported as an offence. */
z.config({ jitless: true })
