/** What is made again: its kind and name, and the statement. */
export type Statement = { key: string; sql: string };
