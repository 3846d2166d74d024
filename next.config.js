import createNextIntlPlugin from 'next-intl/plugin'

const withMessages = createNextIntlPlugin('./app/i18n/request.ts')

export default withMessages({
  reactStrictMode: true,
  poweredByHeader: false,
})
