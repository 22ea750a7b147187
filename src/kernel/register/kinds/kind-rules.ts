// What has to be said of a kind of field.

import type * as z from 'zod';
import type { RegionLevel } from '../../region-code.ts';
import type { Field } from '../field.ts';
import type { RefusalCode } from '../refusals.ts';

/** What a cell is read as: the text of an array literal for several values, yyyymmdd for days, fen for money. */
export type CellValue = string | number | boolean;

/** Why a cell cannot be read. */
export class Unreadable {
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    this.code = code;
  }
}

export type ReadContext = {
  /** Unit of the money in this column: of the header, else of the field. */
  unit: string;
  regions: ReadonlyMap<number, RegionLevel>;
};

/** What one kind of field means. */
export type KindRules = {
  /** Type of the column. A sealed field is `bytea` whatever its kind. */
  sql: (field: Field) => string;
  /** How a value travels to the database; `literal` is text that the column's type reads. */
  copied: 'text' | 'int4' | 'int8' | 'date' | 'bool' | 'literal';
  /** Reads a cell that is not empty. `text` has been through `normalizeCell`, or keeps its punctuation (`keepsPunctuation`). */
  read: (text: string, field: Field, context: ReadContext) => CellValue | Unreadable;
  /** The value of a row as a cell. */
  write: (value: unknown, field: Field) => string;
  /** The same as SQL: an expression of text over the column. */
  written: (column: string, field: Field) => string;
  /** What JSON holds; null is added where the field may be empty. */
  json: (field: Field) => z.ZodType;
  /** Form of the cell, for whoever fills it in. */
  words: (field: Field) => string;
  sheet: 'text' | 'number' | 'date';
  /** Free text: full-width punctuation belongs to it. */
  keepsPunctuation?: true;
};

/** Values whose text is what JavaScript makes of them. */
export const asIs = (value: unknown) => String(value);
export const asText = (column: string) => `${column}::text`;
