// What the running product tells the bench.

/** CPU seconds of Node and of PostgreSQL beside the wall-clock seconds: with two cores they may add up to twice as much. */
export type Part = { name: string; seconds: number; nodeCpu: number; postgresCpu: number };

export type FileTime = { name: string; rows: number; seconds: number; phases: Record<string, number> };

export type Totals = {
  peakMegabytes: number;
  registryRows: number;
  feedRows: number;
  warned: number;
  databaseBytes: number;
};

export type ProductMessage =
  | { kind: 'started'; postmaster: number }
  | { kind: 'part'; part: Part }
  | ({ kind: 'file' } & FileTime)
  | ({ kind: 'done' } & Totals);
