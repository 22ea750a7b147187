// Rows of a statement as objects with camelCase names, made in one go from the arrays that the driver hands over.

type Columns = { fields: readonly { name: string }[]; rows: readonly unknown[][] };

const names = new Map<string, string>();

/** `village_code` → `villageCode`. */
function camelName(column: string): string {
  let name = names.get(column);
  if (name === undefined) {
    name = column.replace(/_+([^_])/g, (_, letter: string) => letter.toUpperCase());
    names.set(column, name);
  }
  return name;
}

export function namedRows<T>({ fields, rows }: Columns): T[] {
  const keys = fields.map((field) => camelName(field.name));
  return rows.map((values) => {
    const row: Record<string, unknown> = {};
    for (const [at, key] of keys.entries()) row[key] = values[at];
    return row as T;
  });
}
