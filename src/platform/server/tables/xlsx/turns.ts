// How many workbooks are searched for their header at a time. Only the search waits for its turn: it takes no lock and no
// connection of the database meanwhile, so that nobody waits in a circle.

const AT_ONCE = 2;

let busy = 0;
const waiting: (() => void)[] = [];

/** Resolves when it is the caller's turn, with what ends it. Whoever's `signal` is aborted no longer waits. */
export async function takeTurn(signal?: AbortSignal): Promise<() => void> {
  signal?.throwIfAborted();
  if (busy >= AT_ONCE) await new Promise<void>((resolve, reject) => wait(resolve, reject, signal));
  else busy++;
  let isOver = false;
  return () => {
    if (isOver) return;
    isOver = true;
    const next = waiting.shift();
    if (next) next();
    else busy--;
  };
}

function wait(resolve: () => void, reject: (reason: unknown) => void, signal?: AbortSignal): void {
  const leave = () => {
    const at = waiting.indexOf(enter);
    if (at >= 0) waiting.splice(at, 1);
    reject(signal?.reason);
  };
  const enter = () => {
    signal?.removeEventListener('abort', leave);
    resolve();
  };
  waiting.push(enter);
  signal?.addEventListener('abort', leave, { once: true });
}
