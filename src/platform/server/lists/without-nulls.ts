// Rows of the database as the contract's answers: what is null there is absent here.

type WithoutNulls<Row> = { [Name in keyof Row]: Exclude<Row[Name], null> };

export function withoutNulls<Row extends object>(row: Row): WithoutNulls<Row> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as WithoutNulls<Row>;
}
