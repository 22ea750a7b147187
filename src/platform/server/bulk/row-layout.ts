// A row as workers write it and COPY reads it, said once: how many fields, under which names, of which types, and where each stands
// in the bytes. A writer that forgets a field is refused by COPY, whose list is the same array.

type FieldType = 'int' | 'bigint' | 'smallint' | 'boolean' | 'text' | 'bytea';
export type LayoutField<Name extends string = string> = readonly [name: Name, type: FieldType];

export type RowLayout<Name extends string = string> = {
  /** What a row begins with. */
  count: number;
  /** For `COPY table (…)`. */
  columns: string;
  /** For `create table staged (…)`. */
  ddl: string;
  /** Where the bytes of a field begin, counted from the row's own begin. Throws where a field before it has no fixed width or may be empty. */
  placeOf: (name: Name) => number;
};

/** Bytes in COPY's binary form; the others are as long as they are. */
const WIDTHS: Partial<Record<FieldType, number>> = { int: 4, bigint: 8, smallint: 2, boolean: 1 };
/** The number of fields before the first, and the length before each. */
const HEAD = 2;
const LENGTH = 4;

export function rowLayout<Name extends string>(fields: readonly LayoutField<Name>[]): RowLayout<Name> {
  return {
    count: fields.length,
    columns: fields.map(([name]) => name).join(', '),
    ddl: fields.map(([name, type]) => `${name} ${type}`).join(', '),
    placeOf: (wanted) => {
      let place = HEAD + LENGTH;
      for (const [name, type] of fields) {
        if (name === wanted) return place;
        const width = WIDTHS[type];
        if (width === undefined) throw new Error(`${wanted} stands behind ${name}, which has no fixed width`);
        place += width + LENGTH;
      }
      throw new Error(`there is no field ${wanted}`);
    },
  };
}

/** What was put aside of a file, whatever it was: where, why, and the whole row sealed. */
export const REFUSED_ROW = rowLayout([
  ['line', 'int'],
  ['column_name', 'text'],
  ['value', 'text'],
  ['reason', 'text'],
  ['raw_sealed', 'bytea'],
]);
