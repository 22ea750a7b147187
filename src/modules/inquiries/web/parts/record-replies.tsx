// Taking the answers into the cases: how many households are answered whole, one button, and ten seconds to undo.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { Suspense, useState } from 'react';
import { newRequestId } from '../../../../platform/web/api.ts';
import { useConfirm } from '../../../../platform/web/confirm.ts';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { UndoNotice } from '../../../cases/web/index.tsx';
import { inquiries } from '../api.ts';
import type { Inquiry, Recorded } from '../types.ts';

export function RecordReplies({ inquiry: { id, departmentTitle } }: { inquiry: Inquiry }) {
  const cache = useQueryClient();
  const confirm = useConfirm();
  const [recorded, setRecorded] = useState<Recorded>();
  const query = useQuery(inquiries.query.recordable.queryOptions({ input: { id } }));
  const households = query.data ?? [];
  const found = households.filter(({ hits }) => hits.length > 0).length;

  function record() {
    confirm({
      title: '记入个案',
      what: `${departmentTitle}部门对 ${households.length} 户的回复记入各户个案，其中 ${found} 户有命中情形。记入后十秒内可以撤销。`,
      deed: `记入 ${households.length} 户`,
      run: async () => {
        setRecorded(await inquiries.client.record({ requestId: newRequestId(), id }));
        await cache.invalidateQueries({ queryKey: inquiries.query.key() });
      },
    });
  }

  return (
    <>
      {households.length > 0 ? (
        <Alert
          className="sw-alert"
          type="info"
          showIcon
          title={`${formatCount(households.length)} 户的人员已全部回复，其中 ${formatCount(found)} 户有命中情形，还没有记入个案。`}
          action={
            <Button type="primary" onClick={record}>
              记入个案
            </Button>
          }
        />
      ) : null}
      {recorded ? (
        <Suspense fallback={null}>
          <UndoNotice
            key={recorded.done.map(({ id, version }) => `${id}/${version}`).join()}
            kind="reply-comparison"
            what={`比对回复：已记入 ${recorded.done.length} 户`}
            done={recorded.done}
            onUndone={() => void cache.invalidateQueries({ queryKey: inquiries.query.key() })}
          />
        </Suspense>
      ) : null}
      {recorded?.refused.map(({ countyCode, id: caseId, reason }) => (
        <Alert
          key={`${countyCode}-${caseId}`}
          className="sw-alert"
          type="warning"
          showIcon
          title={`没有记入：${reason}`}
        />
      ))}
    </>
  );
}
