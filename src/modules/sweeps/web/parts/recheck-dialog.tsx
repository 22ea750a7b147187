// A recheck: the same questions again, without what was answered first.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Radio, Select } from 'antd';
import { choicesOf, DayInput, FormDialog, todayText } from '../../../../platform/web/form/index.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { isDone } from '../../domain/visit-rules.ts';
import { NOT_DONE, RECHECK_ACTIONS, type RecheckAction, VISIT_RESULTS, type VisitResult } from '../../domain/words.ts';
import { type RecheckLine, sweeps } from '../api.ts';
import { AnswerItems } from './answer-items.tsx';

type Fields = {
  checkedOn: string;
  result: VisitResult;
  answers?: Record<string, string>;
  note?: string;
  action: RecheckAction;
};

export function RecheckDialog({ row, onClose }: { row: RecheckLine; onClose: () => void }) {
  const { countyCode, recheckId, headName, villageName } = row;
  const { message } = App.useApp();
  const cache = useQueryClient();
  const query = useQuery(sweeps.query.recheckForm.queryOptions({ input: { countyCode, recheckId } }));
  if (query.isPending) return <Loading rows={4} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <FormDialog<Fields>
      title={`复核：${villageName} ${headName}`}
      about="按现在看到的情况逐项回答。登记以前看不到首次核查的答案。"
      draft={{ form: 'sweep-recheck', record: `${countyCode}-${recheckId}`, title: '复核' }}
      initialValues={{ checkedOn: todayText(), action: 'none' }}
      deed={{ label: '保存复核' }}
      onSend={async ({ answers = {}, ...fields }, requestId) => {
        const sent = isDone(fields.result) ? answers : {};
        const { differing } = await sweeps.client.recheck({
          requestId,
          countyCode,
          recheckId,
          ...fields,
          answers: sent,
        });
        if (differing.length > 0) void message.warning(`与首次核查有 ${differing.length} 项不一致`);
      }}
      done="复核已保存"
      onSent={() => cache.invalidateQueries({ queryKey: sweeps.query.key() })}
      onClose={onClose}
    >
      <Form.Item name="checkedOn" label="复核日期" rules={[{ required: true, message: '请选择复核日期' }]}>
        <DayInput latest={todayText()} />
      </Form.Item>
      <Form.Item name="result" label="结论" rules={[{ required: true, message: '请选择结论' }]}>
        <Select options={choicesOf(VISIT_RESULTS)} />
      </Form.Item>
      <Form.Item noStyle dependencies={['result']}>
        {({ getFieldValue }) =>
          NOT_DONE.includes(getFieldValue('result')) ? null : <AnswerItems questions={query.data?.questions ?? []} />
        }
      </Form.Item>
      <Form.Item name="action" label="处理" rules={[{ required: true, message: '请选择处理' }]}>
        <Radio.Group options={choicesOf(RECHECK_ACTIONS)} />
      </Form.Item>
      <Form.Item name="note" label="情况说明">
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
