// Rows of the database as the contract's answers: what is null there is absent here.

type NullKeys<T> = { [K in keyof T]: null extends T[K] ? K : never }[keyof T];

export type WithoutNulls<T> = Omit<T, NullKeys<T>> & { [K in NullKeys<T>]?: NonNullable<T[K]> };

export function withoutNulls<T extends object>(row: T): WithoutNulls<T> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as WithoutNulls<T>;
}
