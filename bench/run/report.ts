// The measurements as a table for people.

import type { FileTime, Part, Totals } from './messages.ts';

export type LimitResult = { seconds: Record<string, number>; cpuSeconds: number; peakMegabytes: number };

export type Measured = {
  scale: string;
  inputBytes: number;
  limit: LimitResult | undefined;
  parts: Part[];
  files: FileTime[];
  totals: Totals;
  postgresPeakBytes: number;
};

const MB = 1024 * 1024;

function line(...cells: [string, ...(string | number)[]]): string {
  const [name, ...numbers] = cells;
  const shown = numbers.map((cell) => (typeof cell === 'number' ? cell.toFixed(2) : cell).padStart(12));
  return `${name.padEnd(28)}${shown.join('')}`;
}

/** Total of the product over total of the limit; undefined where the limit was not run. */
export function ratioOf({ limit, parts }: Measured): number | undefined {
  const total = parts.find((part) => part.name === 'total')?.seconds;
  return limit?.seconds.total && total ? total / limit.seconds.total : undefined;
}

export function report(measured: Measured): string {
  const { limit, parts, files, totals } = measured;
  const lines = [
    `scale ${measured.scale}: ${totals.registryRows} registry rows, ${totals.feedRows} feed rows, ${Math.round(measured.inputBytes / MB)} MB of files`,
    '',
    line('product', 'seconds', 'Node CPU', 'PG CPU'),
    ...parts.map((part) => line(part.name, part.seconds, part.nodeCpu, part.postgresCpu)),
    '',
    line('file', 'rows', 'seconds', 'read', 'match', 'store'),
    ...files.map(({ name, rows, seconds, phases }) =>
      line(name, String(rows), seconds, phases.read ?? 0, phases.match ?? 0, phases.store ?? 0),
    ),
  ];
  if (limit)
    lines.push(
      '',
      line('limit (DuckDB)', 'seconds'),
      ...Object.entries(limit.seconds).map(([name, seconds]) => line(name, seconds)),
      line('CPU', limit.cpuSeconds),
    );
  lines.push(
    '',
    line('peak memory Node, MB', String(totals.peakMegabytes)),
    line('peak memory PostgreSQL, MB', String(Math.round(measured.postgresPeakBytes / MB))),
    line('database, MB', String(Math.round(totals.databaseBytes / MB))),
    line('households warned', String(totals.warned)),
  );
  const ratio = ratioOf(measured);
  if (ratio !== undefined) lines.push(line('product / limit', ratio));
  const total = parts.find((part) => part.name === 'total');
  if (limit && total) lines.push(line('same in CPU seconds', (total.nodeCpu + total.postgresCpu) / limit.cpuSeconds));
  return lines.join('\n');
}
