// How what the audit trail records is read on screen: each slice gives the words of what it records, the composition hands
// all of them to the page of the trail.

export type FieldWords = {
  title: string;
  /** Names of recorded codes; a code without one is shown as it is. */
  values?: Readonly<Record<string, string>>;
  /** How a recorded number is written; the fen of money as yuan. */
  write?: (value: number) => string;
};

/** By the name of the field; the fields of a nested record are joined by dots. */
export type RecordWords = Readonly<Record<string, FieldWords>>;

/** By the kind of the subject. */
export type AuditWords = Readonly<Record<string, RecordWords>>;
