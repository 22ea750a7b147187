// Backends that outlive a killed postmaster. One that is in the middle of a long statement notices only when that ends, and
// until then its shared memory keeps a new server from starting. Where the system shows them, they are told to end.

import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 15_000;
const LONGEST_MS = 60_000;

function isPostgresIn(folder: string, pid: string): boolean {
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === folder && readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
    );
  } catch {
    return false; // it has just ended, or is somebody else's
  }
}

/** Pids of a server's processes: their working folder is the cluster. Empty where there is no /proc. */
function processesOn(cluster: string): number[] {
  try {
    const folder = realpathSync(cluster);
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && isPostgresIn(folder, name))
      .map(Number);
  } catch {
    return [];
  }
}

function tell(pids: number[], signal: NodeJS.Signals): void {
  for (const pid of pids)
    try {
      process.kill(pid, signal);
    } catch {}
}

/** Ends what a killed postmaster left on this cluster. Must only be called when no postmaster runs on it. */
export async function endOrphans(cluster: string): Promise<void> {
  const since = performance.now();
  for (let left = processesOn(cluster); left.length > 0; left = processesOn(cluster)) {
    if (performance.now() - since > LONGEST_MS) return; // the server then says itself why it does not start
    // At once and without tidying up: what they would undo is undone by the recovery that follows.
    tell(left, performance.now() - since > PATIENCE_MS ? 'SIGKILL' : 'SIGQUIT');
    await sleep(100);
  }
}
