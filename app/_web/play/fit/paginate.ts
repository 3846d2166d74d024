/**
 * One page of a list that does not fit. What is one's own is on every page, in its place among the others.
 * @param page from 0; beyond the last it begins anew
 */
export function paginate<Item>(
  items: readonly Item[],
  places: number,
  page: number,
  isOwn: (item: Item) => boolean,
): { readonly shown: readonly Item[]; readonly pages: number; readonly page: number } {
  if (items.length <= places) return { shown: items, pages: 1, page: 0 }
  const others = items.filter((item) => !isOwn(item))
  const perPage = Math.max(1, places - (items.length - others.length))
  const pages = Math.ceil(others.length / perPage)
  const here = page % pages
  // The last page is as full as the others.
  const from = Math.min(here * perPage, others.length - perPage)
  const chosen = new Set(others.slice(from, from + perPage))
  return { shown: items.filter((item) => isOwn(item) || chosen.has(item)), pages, page: here }
}
