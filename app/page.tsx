import { getTranslations } from 'next-intl/server'
import { ThemeSwitch } from './theme/theme-switch'
import { Button } from './ui/button'

export default async function HomePage() {
  const words = await getTranslations('common')
  return (
    <main id="main" className="page">
      <h1 className="text-7xl font-extrabold">{words('title')}</h1>
      <ThemeSwitch />
      <Button kind="primary" size="large">x</Button>
    </main>
  )
}
