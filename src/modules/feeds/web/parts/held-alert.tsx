// A batch that waits for somebody: what is wrong with it in red, and the two ways out of it.

import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { FormDialog } from '../../../../platform/web/form/index.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { feeds } from '../api.ts';
import type { BatchDetail } from '../types.ts';

type Way = 'confirm' | 'withdraw';

const WAYS = {
  confirm: {
    label: '确认装载',
    reason: '确认原因',
    least: 4,
    about: '确认后数据立即装载并参加筛查，装载后仍可整批撤销。',
    done: '已确认，正在装载',
  },
  withdraw: {
    label: '撤回批次',
    reason: '撤回原因',
    least: 2,
    about: '撤回后这个文件不装载，可以更正后重新提交。',
    done: '已撤回',
  },
} as const;

export function HeldAlert({ batch: { id, heldFor, own, fileName } }: { batch: BatchDetail }) {
  const may = useMay('feeds.confirm-batch');
  const [way, setWay] = useState<Way>();
  return (
    <>
      <Alert
        className="sw-alert"
        type="error"
        showIcon
        role="alert"
        title="待确认装载：数据还没有装载，不参加筛查和统计。"
        description={heldFor.map((sentence) => <div key={sentence}>{sentence}</div>)}
        action={
          may && own ? (
            <Space>
              <Button onClick={() => setWay('withdraw')}>撤回批次</Button>
              <Button type="primary" onClick={() => setWay('confirm')}>
                确认装载
              </Button>
            </Space>
          ) : null
        }
      />
      {way ? <DecideDialog id={id} fileName={fileName} way={way} onClose={() => setWay(undefined)} /> : null}
    </>
  );
}

type DecideDialogProps = { id: number; fileName: string; way: Way; onClose: () => void };

function DecideDialog({ id, fileName, way, onClose }: DecideDialogProps) {
  const cache = useQueryClient();
  const { label, reason: title, least, about, done } = WAYS[way];
  const send = way === 'confirm' ? feeds.client.confirmBatch : feeds.client.withdrawBatch;
  return (
    <FormDialog<{ reason: string }>
      title={`${label} · 批次 ${id}`}
      width={480}
      about={<Alert className="sw-alert" type="warning" title={`“${fileName}”：${about}`} />}
      deed={{ label, danger: way === 'withdraw' }}
      onSend={({ reason }, requestId) => send({ requestId, id, reason: reason.trim() })}
      done={done}
      onSent={() => cache.invalidateQueries({ queryKey: feeds.query.key() })}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={title}
        rules={[{ required: true, whitespace: true, min: least, message: `请写明${title}，至少 ${least} 个字` }]}
      >
        <Input.TextArea rows={2} maxLength={200} autoFocus />
      </Form.Item>
    </FormDialog>
  );
}
