import createNextIntlPlugin from 'next-intl/plugin'

const withMessages = createNextIntlPlugin('./app/i18n/request.ts')

export default withMessages({
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run check` looks at the types of everything, once; a start should not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', '@prisma/adapter-pg', 'pg', 'pino', 'pino-pretty'],
})
