/** Light, dark, or whatever the system says where nothing was chosen. Kept in a cookie, so that the first paint is right. */
export const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const themeCookie = 'theme'

export function parseTheme(text: string | undefined): Theme | undefined {
  return themes.find((theme) => theme === text)
}
