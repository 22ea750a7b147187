// What a slice says about its list; the list page does the rest.

import type { ReactNode } from 'react';

export type ListColumn<Row> = {
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  width?: number;
  /** Numbers stand to the right. */
  align?: 'right';
  /** Sorted by the server under this column's key: `sort=key` upward, `sort=-key` downward. */
  sortable?: boolean;
  /** Cannot be taken out by the column chooser. */
  always?: boolean;
  /** Only where the list reaches over several counties. */
  aboveCounty?: boolean;
  /** Shown only once chosen. */
  spare?: boolean;
  fixed?: 'left' | 'right';
  /** Holds a button: nothing to copy. */
  control?: boolean;
};

export type Choice = { value: string; label: string };

/** A filter writes its key (a range: its two keys) into the address. */
export type ListFilter = { label: string; more?: boolean } & (
  | { kind: 'text'; key: string; placeholder?: string }
  | { kind: 'choice' | 'choices'; key: string; choices: readonly Choice[] }
  | { kind: 'day'; key: string }
  | { kind: 'days'; key: string; endKey: string }
  | { kind: 'region'; key: string }
  | { kind: 'tick'; key: string }
);

/** The order and the page are part of every list's address. */
export type ListSearch = { sort?: string | undefined; cursor?: string | undefined };

export type ListPageOf<Row> = { items: Row[]; total?: number | undefined; next?: string | undefined };

export type BulkAction<Row> = {
  label: string;
  danger?: boolean;
  /** Left away where it does not fit the selected rows. */
  allowed?: (rows: Row[]) => boolean;
  run: (rows: Row[]) => Promise<void> | void;
  /** The same for everything that is filtered, however many pages; offered where it is given. */
  runAll?: (filter: Record<string, unknown>, area: number) => Promise<void> | void;
};
