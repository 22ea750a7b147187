// Who gets one of a few connections next. Everybody waits in a queue of their own and the queues take turns, so that one
// caller with thousands of questions delays another by the length of one, not of all. Queues are bounded: what would wait
// too long is refused at once, with a sentence.

import { Problem } from '../../../kernel/problem.ts';
import '../http/problems.ts';

export type TurnsOptions = {
  /** How many work at once. */
  atOnce: number;
  /** Of these, how many for one caller. */
  atOnceOfCaller: number;
  /** How many of one caller may wait, and of all. */
  waitingOfCaller: number;
  waiting: number;
  /** Milliseconds after which a waiting one is refused. */
  patience: number;
};

export type Turns = {
  /** Waits for a turn; answers how to end it. Throws `http.too-many-at-once` (the caller's own fault) or `http.busy`. */
  take(caller: string): Promise<() => void>;
};

type Waiting = { go: () => void; refuse: (problem: Problem) => void };
type Queue = { running: number; waiting: Waiting[] };

export function openTurns({ atOnce, atOnceOfCaller, waitingOfCaller, waiting, patience }: TurnsOptions): Turns {
  /** In the order in which they get their turns; whoever got one goes to the end. */
  const queues = new Map<string, Queue>();
  let running = 0;
  let waitingNow = 0;

  function start(caller: string, queue: Queue): () => void {
    running += 1;
    queue.running += 1;
    queues.delete(caller);
    queues.set(caller, queue);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      running -= 1;
      queue.running -= 1;
      forget(caller, queue);
      callNext();
    };
  }

  function forget(caller: string, queue: Queue): void {
    if (queue.running === 0 && queue.waiting.length === 0) queues.delete(caller);
  }

  function callNext(): void {
    if (running >= atOnce || waitingNow === 0) return;
    for (const queue of queues.values()) {
      if (queue.waiting.length === 0 || queue.running >= atOnceOfCaller) continue;
      waitingNow -= 1;
      queue.waiting.shift()?.go();
      return;
    }
  }

  function wait(caller: string, queue: Queue): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const one: Waiting = {
        go: () => {
          clearTimeout(timer);
          resolve(start(caller, queue));
        },
        refuse: (problem) => {
          waitingNow -= 1;
          queue.waiting.splice(queue.waiting.indexOf(one), 1);
          forget(caller, queue);
          reject(problem);
        },
      };
      const timer = setTimeout(() => one.refuse(new Problem('http.busy')), patience);
      timer.unref();
      waitingNow += 1;
      queue.waiting.push(one);
    });
  }

  return {
    async take(caller) {
      const queue = queues.get(caller) ?? { running: 0, waiting: [] };
      if (running < atOnce && queue.running < atOnceOfCaller) return start(caller, queue);
      if (queue.waiting.length >= waitingOfCaller) throw new Problem('http.too-many-at-once');
      if (waitingNow >= waiting) throw new Problem('http.busy');
      queues.set(caller, queue);
      return wait(caller, queue);
    },
  };
}
