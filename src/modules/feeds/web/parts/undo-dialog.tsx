// Takes a whole batch back, with a reason; what depends on its rows is screened again.

import { Alert } from 'antd';
import { TakeBackDialog } from '../../../../platform/web/form/index.ts';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { feeds } from '../api.ts';
import type { BatchDetail } from '../types.ts';

type UndoDialogProps = { batch: BatchDetail; onClose: () => void };

export function UndoDialog({ batch: { id, fileName, counts }, onClose }: UndoDialogProps) {
  const rows = counts ? ` ${formatCount(counts.rows - counts.quarantined)} 行` : '全部';
  return (
    <TakeBackDialog
      title={`撤销批次 ${id}`}
      about={
        <Alert
          className="sw-alert"
          type="warning"
          title={`“${fileName}”的${rows}数据不再计入任何农牧户的情况，有关农牧户重新筛查。撤销后不能恢复，只能重新提交该文件。`}
        />
      }
      deed={{ label: '撤销整个批次', danger: true }}
      back="不撤销"
      least={2}
      done="正在撤销，有关农牧户随后重新筛查"
      takeBack={(reason, requestId) => feeds.client.undoBatch({ requestId, id, reason })}
      queryKey={feeds.query.key()}
      onClose={onClose}
    />
  );
}
