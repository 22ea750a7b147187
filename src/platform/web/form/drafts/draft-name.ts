/** A form, and the record it is about; empty for a new one. */
export type DraftKey = { form: string; record: string };

export function draftName({ form, record }: DraftKey): string {
  return `${form}/${record}`;
}

/** As long as the server keeps the files a draft speaks of. */
export const DRAFT_DAYS = 7;
