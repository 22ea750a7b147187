// What a rule asks of the tables `work_persons p` and `work_households h` that `gather.ts` makes of a county: SQL text, because many rules are put into one pass.

export type Terms = {
  /** The day the data are judged on, ISO text. */
  asOf: string;
  /** A setting in force in the county. */
  of: (key: string) => number;
};

export type Condition = {
  on: 'person' | 'household';
  /** True of what is doubtful; null is not. */
  when: (terms: Terms) => string;
  /** What was found, in words without anything sensitive: what an explanation is bound to, where there is no `key`. */
  value: string;
  /** Instead of the words: values that may not be shown, or words with an age in them, which changes by itself. */
  key?: string;
  /** The field of a member that a correction changes (households/server/corrections.ts). */
  field?: string;
};

export const person = (when: Condition['when'] | string, value: string, more: Partial<Condition> = {}): Condition => ({
  ...{ on: 'person', when: typeof when === 'string' ? () => when : when, value },
  ...more,
});

export const household = (when: Condition['when'] | string, value: string): Condition => ({
  ...{ on: 'household', when: typeof when === 'string' ? () => when : when, value },
});

/** Fen as yuan in words. */
export const yuan = (fen: string) => `round(${fen} / 100.0)::bigint || ' 元'`;
export const listOf = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');
