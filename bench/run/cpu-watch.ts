// CPU seconds since a moment, of this process and of PostgreSQL: they stay true on a machine that others use too.

import { sql } from 'kysely';
import type { Shouwang } from '../../src/app/open-shouwang.ts';
import { postgresCpu, postmasterOf } from './processes.ts';

export type Cpu = { node: number; postgres: number };

export async function cpuWatch({ db }: Pick<Shouwang, 'db'>): Promise<() => Cpu> {
  const backend = await db.bulkRead((tx) => tx.first(sql<{ pid: number }>`select pg_backend_pid() as pid`));
  const postmaster = postmasterOf(backend?.pid ?? 0);
  const node = process.cpuUsage();
  const postgres = postgresCpu(postmaster);
  return () => {
    const { user, system } = process.cpuUsage(node);
    return { node: (user + system) / 1e6, postgres: postgresCpu(postmaster) - postgres };
  };
}
