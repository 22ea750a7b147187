// How the cells and lines of one CSV file are divided: decided once, by looking at its beginning.

export type CsvLayout = {
  /** One character; mostly a comma. */
  separator: string;
  /** What ends a line by itself: LF, or CR in files of old systems. */
  lineEnd: '\n' | '\r';
  /** Cells of the header; 0 where it is not known yet. */
  width: number;
};

export const COMMAS: CsvLayout = { separator: ',', lineEnd: '\n', width: 0 };

/** In the order in which they are tried; those of two and three bytes come from pinyin keyboards. */
export const SEPARATORS = [',', '\t', ';', '|', '，', '；'] as const;
