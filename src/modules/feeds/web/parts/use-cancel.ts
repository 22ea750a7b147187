// Cancelling a batch that waits or is being loaded, after a question.

import { useQueryClient } from '@tanstack/react-query';
import { isWithin, rangeOf } from '../../../../kernel/region-code.ts';
import { newRequestId } from '../../../../platform/web/api.ts';
import { useConfirm } from '../../../../platform/web/confirm.ts';
import { useMay, useViewer } from '../../../../platform/web/viewer.tsx';
import { feeds } from '../api.ts';
import type { BatchItem } from '../types.ts';

/** The last step is one transaction that is not stopped any more; what it wrote can be undone. */
export const WRITING = 'store';

/** The way to cancel this batch, if this account may now. */
export function useCancel(): (batch: BatchItem) => (() => void) | undefined {
  const cache = useQueryClient();
  const confirm = useConfirm();
  const { region } = useViewer();
  const may = useMay('feeds.cancel-batch');
  const own = rangeOf(region.code, region.level);
  return ({ id, state, fileName, regionCode, progress }) => {
    const open = state === 'queued' || (state === 'loading' && progress?.phase !== WRITING);
    if (!may || !open || !isWithin(own, regionCode)) return undefined;
    return () =>
      confirm({
        title: `取消批次 ${id}`,
        what: `“${fileName}”已处理的内容不会保留。需要时可以重新提交。`,
        deed: '取消批次',
        danger: true,
        run: async () => {
          await feeds.client.cancelBatch({ id, requestId: newRequestId() });
          await cache.invalidateQueries({ queryKey: feeds.query.key() });
        },
      });
  };
}
