// Takes a result back, with a reason; the result stays in the record.

import { TakeBackDialog } from '../../../../platform/web/form/index.ts';
import { warnings } from '../api.ts';

type ReopenDialogProps = { warning: { countyCode: number; id: number }; onClose: () => void };

export function ReopenDialog({ warning: { countyCode, id }, onClose }: ReopenDialogProps) {
  return (
    <TakeBackDialog
      title="撤销核实结果"
      about="撤销后预警回到未核实，原结果保留在办理记录中。"
      done="已撤销，预警重新待核实"
      takeBack={(reason, requestId) => warnings.client.reopen({ requestId, countyCode, id, reason })}
      queryKey={warnings.query.key()}
      onClose={onClose}
    />
  );
}
