// postgresql.conf for the machine at hand. Bulk loads want large buffers and few checkpoints; nothing here gives up safety:
// fsync and synchronous_commit stay on.

import { statfsSync } from 'node:fs';
import os from 'node:os';

const MB = 1024 * 1024;

/** PostgreSQL keeps memory shared by parallel workers in /dev/shm; containers often have only 64 MB of it. */
function hasRoomInShm(): boolean {
  try {
    const { bsize, blocks } = statfsSync('/dev/shm');
    return bsize * blocks >= 256 * MB;
  } catch {
    return false;
  }
}

export type PostgresSettings = Record<string, string>;

export function postgresSettings(socketFolder: string): PostgresSettings {
  const memory = os.totalmem();
  const cores = Math.max(2, os.availableParallelism());
  const mb = (bytes: number) => `${Math.floor(bytes / MB)}MB`;
  return {
    listen_addresses: "''",
    unix_socket_directories: `'${socketFolder}'`,
    max_connections: '60',
    // A restore makes all tables and indexes in one transaction, and each is locked until its end.
    max_locks_per_transaction: '256',
    shared_buffers: mb(Math.min(4096 * MB, memory * 0.2)),
    effective_cache_size: mb(memory * 0.6),
    work_mem: '64MB',
    hash_mem_multiplier: '2',
    maintenance_work_mem: mb(Math.min(512 * MB, memory * 0.05)),
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '8GB',
    min_wal_size: '512MB',
    // Filling a segment with zeros before it is written makes no write safer, and writes everything twice.
    wal_init_zero: 'off',
    checkpoint_timeout: '30min',
    // Not in the middle of a load: tidying up after it is soon enough.
    autovacuum_naptime: '5min',
    jit: 'off',
    // Nearly everything comes from the file cache: handing reads to other processes costs more than reading.
    io_method: 'sync',
    random_page_cost: '1.1',
    max_worker_processes: String(Math.max(8, cores * 2)),
    max_parallel_workers: String(cores),
    max_parallel_workers_per_gather: String(cores),
    max_parallel_maintenance_workers: String(cores),
    // Messages of failed statements quote values of rows: they go to the program, which keeps them out of its log, and nowhere else.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    timezone: "'UTC'",
    log_timezone: "'UTC'",
    ...(process.platform !== 'win32' && !hasRoomInShm() ? { dynamic_shared_memory_type: 'mmap' } : {}),
  };
}
