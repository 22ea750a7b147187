// What is said of rows that a query found.

import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { DayInput, FormDialog } from '../../../../platform/web/form/index.ts';
import { formatCount } from '../../../../platform/web/numbers.ts';
import type { QueryShown } from '../../domain/shapes.ts';
import { VERDICT_NAMES, type Verdict } from '../../domain/similar.ts';
import { type FoundRow, rectification } from '../api.ts';

type Typed = { reason?: string; unit?: string; rectifyBy?: string };
type DecideDialogProps = { query: QueryShown; verdict: Verdict; rows: readonly FoundRow[]; onClose: () => void };

const ABOUT: Record<Verdict, string> = {
  subject: '列为本问题涉及的记录：改到不再符合查询条件，才能报验收和销号。',
  problem: '每条记录另立一个问题，来源为自查，由所在旗县整改销号，与原问题关联。',
  dismissed: '说明为什么不属同类，以后不再提示处理。',
};

export function DecideDialog({ query, verdict, rows, onClose }: DecideDialogProps) {
  const cache = useQueryClient();
  return (
    <FormDialog<Typed>
      title={`${VERDICT_NAMES[verdict]}（${formatCount(rows.length)} 条）`}
      about={ABOUT[verdict]}
      deed={{ label: '确定' }}
      onSend={({ reason, unit, rectifyBy }, requestId) =>
        rectification.client.decide({
          ...{ requestId, id: query.id, verdict },
          records: rows.map(({ countyCode, id }) => ({ countyCode, id })),
          ...(reason?.trim() ? { reason: reason.trim() } : {}),
          ...(unit?.trim() ? { unit: unit.trim() } : {}),
          ...(rectifyBy ? { rectifyBy } : {}),
        })
      }
      done="已处理"
      onSent={() => cache.invalidateQueries({ queryKey: rectification.query.key() })}
      onClose={onClose}
    >
      {verdict === 'problem' ? (
        <>
          <Form.Item name="unit" label="责任单位" rules={[{ required: true, message: '请填写责任单位' }]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="rectifyBy" label="整改时限" rules={[{ required: true, message: '请选择整改时限' }]}>
            <DayInput />
          </Form.Item>
        </>
      ) : null}
      {verdict === 'dismissed' ? (
        <Form.Item name="reason" label="原因" rules={[{ required: true, message: '请说明原因' }]}>
          <Input.TextArea rows={2} maxLength={200} />
        </Form.Item>
      ) : null}
    </FormDialog>
  );
}
