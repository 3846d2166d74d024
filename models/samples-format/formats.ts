/** The formats of exports. Pages show them: nothing here may import what writes them. */
export const exportFormats = ['ndjson', 'idx', 'idx-gz', 'parquet', 'png', 'label-studio'] as const
export type ExportFormat = (typeof exportFormats)[number]
