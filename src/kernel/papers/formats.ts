// The files a paper comes as.

export const PAPER_FORMATS = ['html', 'docx', 'pdf'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

/** What is a table first comes as a workbook, too. */
export const TABLE_PAPER_FORMATS = [...PAPER_FORMATS, 'xlsx'] as const;
export type TablePaperFormat = (typeof TABLE_PAPER_FORMATS)[number];
