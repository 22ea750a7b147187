// The list as a workbook, out to the department, and its answers back in.

import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useRef, useState } from 'react';
import { newRequestId } from '../../../../platform/web/api.ts';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { download } from '../../../../platform/web/downloads.ts';
import { startUpload } from '../../../../platform/web/form/files/uploads.ts';
import { FormDialog } from '../../../../platform/web/form/index.ts';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { inquiries } from '../api.ts';
import type { Inquiry } from '../types.ts';

export function DownloadList({ inquiry: { id, number, sentAt } }: { inquiry: Inquiry }) {
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);

  async function fetchList({ reason = '' }: { reason?: string }) {
    const why = reason.trim();
    await download(`inquiries/${id}/list.xlsx`, why === '' ? {} : { reason: why }, `协查名单-${number}.xlsx`);
    await cache.invalidateQueries({ queryKey: inquiries.query.key() });
  }

  return (
    <>
      <Button icon={<DownloadOutlined />} onClick={() => setAsking(true)}>
        下载名单
      </Button>
      {asking ? (
        <FormDialog<{ reason?: string }>
          title={`下载协查名单 ${number}`}
          width={480}
          about={
            sentAt ? null : (
              <Alert className="sw-alert" type="info" title="下载后这张协查单不再增加人员，以后发起的比对另起一张。" />
            )
          }
          deed={{ label: '下载' }}
          onSend={fetchList}
          done="名单已下载"
          onClose={() => setAsking(false)}
        >
          <Form.Item
            name="reason"
            label="需要完整证件号码的原因"
            extra="不填则证件号码遮盖。填写后名单含完整证件号码，记入操作日志。"
            rules={[{ min: 4, message: '请写明原因，至少 4 个字；不需要完整证件号码时留空' }]}
          >
            <Input maxLength={200} />
          </Form.Item>
        </FormDialog>
      ) : null}
    </>
  );
}

type Outcome = Awaited<ReturnType<typeof inquiries.client.answerFile>>;

/** Sends the file and tells what of it was taken. */
export function UploadAnswers({ inquiry: { id }, onTold }: { inquiry: Inquiry; onTold: (outcome: Outcome) => void }) {
  const cache = useQueryClient();
  const showFailure = useShowFailure();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);

  async function send(file: File) {
    setBusy(true);
    try {
      const { fileId } = await startUpload(file, { onProgress: () => undefined }).done;
      onTold(await inquiries.client.answerFile({ requestId: newRequestId(), id, fileId }));
      await cache.invalidateQueries({ queryKey: inquiries.query.key() });
    } catch (error) {
      showFailure(error);
    }
    setBusy(false);
  }

  return (
    <>
      <Button icon={<UploadOutlined />} loading={busy} onClick={() => input.current?.click()}>
        上传回复
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void send(file);
        }}
      />
    </>
  );
}

export function ToldAnswers({ inquiry: { id, number }, outcome }: { inquiry: Inquiry; outcome: Outcome }) {
  const showFailure = useShowFailure();
  const { answered, refused, empty } = outcome;
  const rest = empty > 0 ? `，${formatCount(empty)} 行没有填写` : '';
  return (
    <Alert
      className="sw-alert"
      type={refused > 0 ? 'warning' : 'success'}
      showIcon
      role="status"
      title={`回复文件：采用 ${formatCount(answered)} 行，未采用 ${formatCount(refused)} 行${rest}。${
        refused > 0 ? '请下载未采用的行，按“原因”修改后重新上传。' : ''
      }`}
      action={
        refused > 0 ? (
          <Button
            size="small"
            onClick={() =>
              void download(`inquiries/${id}/refused.xlsx`, {}, `${number}-未采用的行.xlsx`).catch(showFailure)
            }
          >
            下载未采用的行
          </Button>
        ) : null
      }
    />
  );
}
