// The life of a batch: queued → loading → loaded → undoing → undone; a batch that is not loaded ends failed or cancelled.

export const BATCH_STATES = ['queued', 'loading', 'loaded', 'failed', 'cancelled', 'undoing', 'undone'] as const;

export type BatchState = (typeof BATCH_STATES)[number];

export const BATCH_STATE_NAMES: Record<BatchState, string> = {
  queued: '排队中',
  loading: '装载中',
  loaded: '已装载',
  failed: '未能装载',
  cancelled: '已取消',
  undoing: '撤销中',
  undone: '已撤销',
};

/** States in which something still happens by itself. */
export function isUnderWay(state: BatchState): boolean {
  return state === 'queued' || state === 'loading' || state === 'undoing';
}
