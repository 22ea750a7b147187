// Why an action was refused. Where somebody else was quicker, both sides: what was done meanwhile, above what was typed,
// which stays in the form.

import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { ApiFailure } from '../../../../platform/web/api.ts';
import { STATE_NAMES } from '../../../process/domain/steps.ts';
import { ACTIONS } from '../../domain/actions.ts';
import type { DialogKind } from '../api.ts';
import { ActionWords } from '../parts/case-timeline.tsx';
import type { CaseDetail } from '../types.ts';

const OVERTAKEN = ['cases.moved-on', 'cases.not-now', 'cases.case-open'];

type ActionProblemProps = {
  failure: ApiFailure;
  kind: DialogKind;
  detail: CaseDetail;
  /** The version the form was opened on. */
  opened: number;
  onRefresh: () => Promise<void>;
};

export function ActionProblem({ failure, kind, detail, opened, onRefresh }: ActionProblemProps) {
  const [busy, setBusy] = useState(false);
  const meanwhile = detail.timeline.filter(({ seq }) => seq > opened);
  const overtaken = OVERTAKEN.includes(failure.code);

  async function refresh() {
    setBusy(true);
    await onRefresh().catch(() => undefined);
    setBusy(false);
  }

  return (
    <Alert
      className="sw-alert"
      type="error"
      showIcon
      role="alert"
      title={failure.message}
      action={
        overtaken ? (
          <Button size="small" loading={busy} onClick={() => void refresh()}>
            刷新
          </Button>
        ) : null
      }
      description={
        overtaken && meanwhile.length > 0 ? (
          <>
            <p>您打开后已办理的事项：</p>
            {meanwhile.map((action) => (
              <ActionWords key={action.seq} action={action} detail={detail} withTitle />
            ))}
            <p>
              {detail.actions.includes(kind)
                ? `您填写的内容还在，请对照后再次点击“${ACTIONS[kind].title}”。`
                : `个案现处于“${STATE_NAMES[detail.state]}”，不能再进行此项操作。您填写的内容还在，可以复制后关闭。`}
            </p>
          </>
        ) : null
      }
    />
  );
}
