import type { FormatTag } from './locales'

declare module 'next-intl' {
  interface AppConfig {
    Locale: FormatTag
    Messages: {
      common: typeof import('./messages/en/common.json')
      home: typeof import('./messages/en/home.json')
      room: typeof import('./messages/en/room.json')
      refusal: typeof import('./messages/en/refusal.json')
      practice: typeof import('./messages/en/practice.json')
      explain: typeof import('./messages/en/explain.json')
      leaderboard: typeof import('./messages/en/leaderboard.json')
      daily: typeof import('./messages/en/daily.json')
      profile: typeof import('./messages/en/profile.json')
      privacy: typeof import('./messages/en/privacy.json')
      replay: typeof import('./messages/en/replay.json')
      result: typeof import('./messages/en/result.json')
      rewards: typeof import('./messages/en/rewards.json')
      tv: typeof import('./messages/en/tv.json')
      models: typeof import('./messages/en/models.json')
      admin: typeof import('./messages/en/admin.json')
    }
  }
}
