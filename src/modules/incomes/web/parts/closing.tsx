// Closing a county's collection of a year, and opening it again: where it stands, and what changed since.

import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { FormDialog } from '../../../../platform/web/form/index.ts';
import { RowButton } from '../../../../platform/web/list/row-button.tsx';
import { formatCount, formatMoney } from '../../../../platform/web/numbers.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { type IncomeGroup, incomes } from '../api.ts';

type Shown = { row: IncomeGroup; year: number };

/** Whether the county stands otherwise than when it was closed. */
function changedSince({ closing, households, netFen }: IncomeGroup): string {
  if (!closing || (closing.households === households && closing.netFen === netFen)) return '';
  const fen = netFen - closing.netFen;
  return `关账后有更正：${formatCount(households - closing.households)} 户，${formatMoney(fen, '万元')} 万元`;
}

export function ClosingCell({ row, year }: Shown) {
  const [isOpen, setOpen] = useState(false);
  const mayClose = useMay('incomes.close-year');
  const mayReopen = useMay('incomes.reopen-year');
  const { closing, code } = row;
  if (code % 1_000_000 !== 0 || code % 100_000_000 === 0) return null;
  const may = closing ? mayReopen : mayClose;
  return (
    <>
      {closing ? (
        <span title={`${closing.by}${closing.note ? `：${closing.note}` : ''}`}>{closing.closedOn} 关账</span>
      ) : (
        <span className="sw-quiet">未关账</span>
      )}{' '}
      {changedSince(row)}
      {may ? <RowButton onClick={() => setOpen(true)}>{closing ? '重新开账' : '关账'}</RowButton> : null}
      {isOpen ? <ClosingDialog row={row} year={year} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

type Fields = { note?: string };

function ClosingDialog({ row, year, onClose }: Shown & { onClose: () => void }) {
  const cache = useQueryClient();
  const { code, name, closing, lifted, households } = row;
  const missing = lifted - households;
  const isNeeded = closing !== undefined || missing > 0;
  return (
    <FormDialog<Fields>
      title={`${name} ${year} 年收入采集${closing ? '重新开账' : '关账'}`}
      about={
        closing
          ? '重新开账后，嘎查村又可以填写和修改这一年的测算表。'
          : `有收支的脱贫户 ${formatCount(households)} 户，没有收支的 ${formatCount(missing)} 户。关账后不能再填写这一年的测算表。`
      }
      draft={{ form: 'income-closing', record: `${code}-${year}`, title: `${name} ${year} 年收入采集关账` }}
      initialValues={{}}
      deed={{ label: closing ? '重新开账' : '关账' }}
      onSend={({ note = '' }, requestId) =>
        closing
          ? incomes.client.reopenYear({ requestId, regionCode: code, year, reason: note })
          : incomes.client.closeYear({ requestId, regionCode: code, year, ...(note ? { note } : {}) })
      }
      done={closing ? '已重新开账' : '已关账'}
      onSent={() => cache.invalidateQueries({ queryKey: incomes.query.key() })}
      onClose={onClose}
    >
      <Form.Item
        name="note"
        label={closing ? '原因' : '说明'}
        rules={[{ required: isNeeded, min: 5, message: '请写明原因，至少 5 个字' }]}
      >
        <Input.TextArea rows={3} maxLength={200} showCount />
      </Form.Item>
    </FormDialog>
  );
}
