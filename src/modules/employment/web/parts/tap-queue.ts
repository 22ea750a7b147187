// Taps on their way to the server: one set at a time, what comes meanwhile goes with the next. Without a network they wait and go again
// under the same request, so nothing is written twice.

export type Tapped<Work> = { key: string; work: Work };
/** `refused`: the server's sentence; `waiting`: there is no network. */
export type TapState = { at: 'sending' } | { at: 'waiting' } | { at: 'kept' } | { at: 'refused'; reason: string };

type Answer = { refused: readonly { key: string; reason: string }[] };

type QueueOptions<Work> = {
  /** Sends a set; throws what refused all of it. */
  send: (works: readonly Work[], requestId: string) => Promise<Answer>;
  /** Whether two may go in one set. */
  goTogether: (one: Work, other: Work) => boolean;
  /** The reason of what was thrown; undefined: there was no network, try again. */
  reasonOf: (error: unknown) => string | undefined;
  newRequestId: () => string;
  onState: (keys: readonly string[], state: TapState) => void;
  /** Calls back when it may be tried again. */
  later: (again: () => void) => void;
};

const MOST = 200;

export function openTapQueue<Work>({ send, goTogether, reasonOf, newRequestId, onState, later }: QueueOptions<Work>) {
  const waiting: Tapped<Work>[] = [];
  let set: { tapped: Tapped<Work>[]; requestId: string } | undefined;
  let isBusy = false;

  function nextSet() {
    const [first] = waiting;
    if (!first) return undefined;
    const end = waiting.findIndex(({ work }, i) => i > 0 && !goTogether(first.work, work));
    return { tapped: waiting.splice(0, Math.min(end < 0 ? waiting.length : end, MOST)), requestId: newRequestId() };
  }

  async function go(): Promise<void> {
    if (isBusy) return;
    set ??= nextSet();
    if (!set) return;
    isBusy = true;
    const { tapped, requestId } = set;
    const keys = tapped.map(({ key }) => key);
    try {
      const { refused } = await send(
        tapped.map(({ work }) => work),
        requestId,
      );
      onState(
        keys.filter((key) => !refused.some((one) => one.key === key)),
        { at: 'kept' },
      );
      for (const { key, reason } of refused) onState([key], { at: 'refused', reason });
      set = undefined;
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === undefined) {
        onState([...keys, ...waiting.map(({ key }) => key)], { at: 'waiting' });
        isBusy = false;
        later(() => void go());
        return;
      }
      onState(keys, { at: 'refused', reason });
      set = undefined;
    }
    isBusy = false;
    await go();
  }

  return {
    /** Takes a tap and sends it as soon as it can. */
    add(tapped: Tapped<Work>): void {
      waiting.push(tapped);
      onState([tapped.key], { at: 'sending' });
      void go();
    },
    /** How many have not arrived yet. */
    open: (): number => waiting.length + (set?.tapped.length ?? 0),
  };
}
