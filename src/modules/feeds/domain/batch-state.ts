// The life of a batch: queued → loading → loaded → undoing → undone; a batch that is not loaded ends failed or cancelled. One that
// is held waits for somebody: confirmed it is loaded anew, from queued on, else it is withdrawn.

export const BATCH_STATES = [
  'queued',
  'loading',
  'held',
  'loaded',
  'failed',
  'cancelled',
  'withdrawn',
  'undoing',
  'undone',
] as const;

export type BatchState = (typeof BATCH_STATES)[number];

export const BATCH_STATE_NAMES: Record<BatchState, string> = {
  queued: '排队中',
  loading: '装载中',
  held: '待确认装载',
  loaded: '已装载',
  failed: '未能装载',
  cancelled: '已取消',
  withdrawn: '已撤回',
  undoing: '撤销中',
  undone: '已撤销',
};

/** States in which something still happens by itself. */
export function isUnderWay(state: BatchState): boolean {
  return state === 'queued' || state === 'loading' || state === 'undoing';
}
