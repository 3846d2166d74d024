type FigureCardsProps = {
  'aria-label'?: string
  /** What each figure is of, and the figure as it is shown. */
  figures: readonly (readonly [label: string, figure: string])[]
}

/** Large figures, each on a card of its own, in as many columns as there is place for. */
export function FigureCards({ figures, ...rest }: FigureCardsProps) {
  return (
    <dl className="grid columns-of-36 gap-3" {...rest}>
      {figures.map(([label, figure]) => (
        <div
          key={label}
          className="flex flex-col-reverse justify-end rounded-sheet border border-line bg-card px-4 py-3"
        >
          <dt className="text-base text-muted leading-tight">{label}</dt>
          <dd className="figures font-extrabold text-3xl">{figure}</dd>
        </div>
      ))}
    </dl>
  )
}
