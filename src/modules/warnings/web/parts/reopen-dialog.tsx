// Takes a result back, with a reason; the result stays in the record.

import { warnings } from '../api.ts';
import { ReasonDialog } from './reason-dialog.tsx';

type ReopenDialogProps = { warning: { countyCode: number; id: number }; onClose: () => void };

export function ReopenDialog({ warning: { countyCode, id }, onClose }: ReopenDialogProps) {
  return (
    <ReasonDialog
      title="撤销核实结果"
      hint="撤销后预警回到未核实，原结果保留在办理记录中。"
      done="已撤销，预警重新待核实"
      takeBack={(reason, requestId) => warnings.client.reopen({ requestId, countyCode, id, reason })}
      onClose={onClose}
    />
  );
}
