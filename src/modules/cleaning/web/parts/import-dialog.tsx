// The exported list comes back with answers; rows that are refused are told with their line and reason.

import { Alert, Button } from 'antd';
import { useState } from 'react';
import { newRequestId } from '../../../../platform/web/api.ts';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { FileDrop } from '../../../../platform/web/file-jobs/file-drop.tsx';
import { GuardedDrawer } from '../../../../platform/web/form/index.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { cleaning } from '../api.ts';

type Told = Awaited<ReturnType<typeof cleaning.client.importAnswers>>;

export function ImportDialog({ onClose, onDone }: { onClose: () => void; onDone: () => Promise<void> }) {
  const showFailure = useShowFailure();
  const [fileId, setFileId] = useState<string>();
  const [told, setTold] = useState<Told>();
  const [busy, setBusy] = useState(false);
  async function send(id: string) {
    setBusy(true);
    await cleaning.client
      .importAnswers({ requestId: newRequestId(), fileId: id })
      .then(async (answer) => {
        setTold(answer);
        await onDone();
      })
      .catch(showFailure);
    setBusy(false);
  }
  return (
    <GuardedDrawer title="导入疑点结论" onClose={onClose}>
      <p>
        先在疑点清单导出
        Excel，填写“处理结论、依据、情况说明”，选“已改”的可填“更正为”，再导入同一个文件。没有填结论的行不动。
      </p>
      <FileDrop accept={['.xlsx', '.csv']} isSingle onChange={([file]) => setFileId(file?.fileId)} />
      <Button type="primary" loading={busy} disabled={fileId === undefined} onClick={() => fileId && void send(fileId)}>
        导入
      </Button>
      {told ? <Outcome told={told} /> : null}
    </GuardedDrawer>
  );
}

function Outcome({ told: { answered, refused } }: { told: Told }) {
  return (
    <>
      <Alert
        type={refused.length > 0 ? 'warning' : 'success'}
        title={`已登记 ${answered} 条，没有采用 ${refused.length} 行`}
      />
      {refused.length > 0 ? (
        <SmallTable
          label="没有采用的行"
          columns={[
            { key: 'line', title: '行', width: 60, align: 'right', render: ({ line }) => line },
            { key: 'problem', title: '原因', width: 400, render: ({ problem }) => problem },
          ]}
          rows={refused}
          rowKey={({ line }) => line}
          none=""
        />
      ) : null}
    </>
  );
}
