// 批量导入账号: a workbook, what becomes of each row, and the first passwords, shown once to be printed and handed out sealed.

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { newRequestId } from '../../../../platform/web/api.ts';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import { DownloadButton } from '../../../../platform/web/file-jobs/download-button.tsx';
import { FileDrop } from '../../../../platform/web/file-jobs/file-drop.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { accounts } from '../api.ts';

type Row = Awaited<ReturnType<typeof accounts.client.previewImport>>['rows'][number];
type Outcome = Awaited<ReturnType<typeof accounts.client.import>>;

const COLUMNS: ListColumn<Row>[] = [
  { key: 'line', title: '行', width: 60, align: 'right', render: ({ line }) => line },
  { key: 'username', title: '用户名', width: 140, render: ({ username }) => username },
  { key: 'name', title: '姓名', width: 110, render: ({ name }) => name },
  { key: 'role', title: '角色', width: 160, render: ({ role }) => role },
  { key: 'areas', title: '区域代码', width: 220, render: ({ areas }) => areas },
  {
    ...{ key: 'problem', title: '结果', width: 320 },
    render: ({ problem }) =>
      problem ? <span className="sw-tone-red">{problem}</span> : <StateTag tone="green">可建立</StateTag>,
  },
];

export function ImportUsersPage() {
  const [fileId, setFileId] = useState<string>();
  const [outcome, setOutcome] = useState<Outcome>();
  if (outcome) return <Passwords {...outcome} />;
  return (
    <div className="sw-page">
      <PageTitle
        title="批量导入账号"
        note="用户名、姓名、角色、区域代码、部门；一人几个嘎查村的，区域代码用顿号隔开"
        actions={
          <>
            <BackToUsers />
            <DownloadButton
              operation="accounts.preview-import"
              path="accounts/template"
              fallbackName="账号导入模板.xlsx"
              label="下载模板"
            />
          </>
        }
      />
      <Section title="选择文件">
        <FileDrop accept={['.xlsx', '.csv']} isSingle onChange={([file]) => setFileId(file?.fileId)} />
      </Section>
      {fileId ? <Preview key={fileId} fileId={fileId} onDone={setOutcome} /> : null}
    </div>
  );
}

function BackToUsers() {
  const navigate = useNavigate();
  return <Button onClick={() => void navigate({ to: '/system/users' })}>返回用户</Button>;
}

function Preview({ fileId, onDone }: { fileId: string; onDone: (outcome: Outcome) => void }) {
  const showFailure = useShowFailure();
  const [requestId] = useState(newRequestId);
  const [busy, setBusy] = useState(false);
  const query = useQuery(accounts.query.previewImport.queryOptions({ input: { fileId } }));
  if (query.isPending) return <Loading rows={4} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const { sound, refused, rows } = query.data;

  async function start() {
    setBusy(true);
    try {
      onDone(await accounts.client.import({ requestId, fileId }));
    } catch (error) {
      showFailure(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Section
      title={`可建立 ${sound} 个，不能建立 ${refused} 个`}
      extra={
        <div className="sw-deeds">
          {refused > 0 ? (
            <DownloadButton
              operation="accounts.preview-import"
              path={`accounts/import/${fileId}/refused`}
              fallbackName="账号未收录行.xlsx"
              label="下载不能建立的行"
            />
          ) : null}
          <Button type="primary" loading={busy} disabled={sound === 0} onClick={() => void start()}>
            建立 {sound} 个账号
          </Button>
        </div>
      }
    >
      <SmallTable
        label="文件中的账号"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ line }) => line}
        none="文件里没有账号"
      />
    </Section>
  );
}

/** Kept nowhere: whoever leaves the page can only reset. */
function Passwords({ made, refused }: Outcome) {
  return (
    <div className="sw-page">
      <PageTitle
        title={`已建立 ${made.length} 个账号`}
        note={refused > 0 ? `另有 ${refused} 行没有建立` : undefined}
        actions={
          <>
            <BackToUsers />
            <Button type="primary" onClick={() => window.print()}>
              打印密码条
            </Button>
          </>
        }
      />
      <Alert
        className="sw-alert"
        type="warning"
        showIcon
        title="初始密码只在这里显示一次，离开本页后不能再查看。"
        description="请打印后逐条裁开、装入信封，当面交给本人。14 天内首次登录有效，登录后须修改密码。"
      />
      {made.map(({ username, name, password }) => (
        <div key={username} className="sw-password-slip">
          <span>{name}</span>
          <span>用户名：{username}</span>
          <span>
            初始密码：<code>{password}</code>
          </span>
        </div>
      ))}
    </div>
  );
}
