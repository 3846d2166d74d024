import type { BrowserContextOptions } from '@playwright/test'

/** What people play on. */
export const devices = {
  desktop: { viewport: { width: 1280, height: 800 } },
  'desktop-dark': { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  'small-phone': { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  'small-phone-dark': {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    colorScheme: 'dark',
  },
  /** Upright. */
  tablet: { viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true },
  tv: { viewport: { width: 1920, height: 1080 } },
} as const satisfies Record<string, BrowserContextOptions>

export type DeviceName = keyof typeof devices
