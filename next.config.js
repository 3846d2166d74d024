import createNextIntlPlugin from 'next-intl/plugin'

const withMessages = createNextIntlPlugin({
  requestConfig: './app/_web/kit/i18n/request.ts',
  experimental: {
    // Messages are parsed when the pages are built, so that no browser has to fetch a parser.
    messages: { path: './app/_web/kit/i18n/messages', format: 'json', locales: 'infer', precompile: true },
  },
})

export default withMessages({
  // Each page is read when it is first asked for: all of them would be about a fifth of the time to the first.
  experimental: { preloadEntriesOnStart: false },
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run check` looks at the types of everything, once; a start should not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', '@prisma/adapter-pg', 'pg', 'pino', 'pino-pretty'],
})
