'use client'

import dynamic from 'next/dynamic'

/**
 * What a page shows in place of itself when there is nothing at its address. Every page carries its own and the site's, so they carry its
 * words alone: the rest is rendered, and its script fetched, when it is shown.
 */
export const NotFound = dynamic(() => import('./not-found-page'))
