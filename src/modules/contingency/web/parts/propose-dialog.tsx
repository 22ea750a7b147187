// A proposal to activate a plan: of a trigger that is reached, or by hand.

import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Select } from 'antd';
import { DayInput, FormDialog, todayText } from '../../../../platform/web/form/index.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { eventPath } from '../../domain/addresses.ts';
import { RESPONSE_LEVELS, SIGNALS } from '../../domain/words.ts';
import { contingency, type Overview, type Proposal } from '../api.ts';

type Fields = {
  planNumber: string;
  level: keyof typeof RESPONSE_LEVELS;
  event: string;
  eventOn: string;
  basis: string;
};

type ProposeDialogProps = { plans: Overview['plans']; proposal?: Proposal | undefined; onClose: () => void };

export function ProposeDialog({ plans, proposal, onClose }: ProposeDialogProps) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { code: area } = useArea();
  const given: Partial<Fields> = proposal
    ? {
        ...{ planNumber: proposal.planNumber, level: proposal.level, eventOn: proposal.on },
        event: `${proposal.regionName}：${proposal.evidence}`.slice(0, 100),
        basis: `${SIGNALS[proposal.signal]}达到 ${proposal.value}，启动条件为 ${proposal.threshold}；${proposal.evidence}`,
      }
    : { eventOn: todayText() };
  const options = [
    ...plans.map(({ number, name }) => ({ value: number, label: name })),
    ...(proposal && !plans.some(({ number }) => number === proposal.planNumber)
      ? [{ value: proposal.planNumber, label: proposal.planName }]
      : []),
  ];
  return (
    <FormDialog<Fields, { number: string }>
      title="建议启动应急响应"
      about="由另一人批准后启动；启动时按预案列出影响范围内的全部重点人群。"
      draft={{ form: 'contingency-propose', record: proposal?.planNumber ?? 'by-hand', title: '建议启动应急响应' }}
      initialValues={given}
      deed={{ label: '提交建议' }}
      onSend={(fields, requestId) =>
        contingency.client.propose({
          ...{ requestId, regionCode: area, areaCodes: proposal ? [proposal.regionCode] : [] },
          ...fields,
        })
      }
      done="已提交，请通知负责人批准"
      onSent={async ({ number }) => {
        await cache.invalidateQueries({ queryKey: contingency.query.key() });
        void navigate({ to: eventPath(number) });
      }}
      onClose={onClose}
    >
      <Form.Item name="planNumber" label="预案" rules={[{ required: true, message: '请选择预案' }]}>
        <Select options={options} />
      </Form.Item>
      <Form.Item name="level" label="响应级别" rules={[{ required: true, message: '请选择响应级别' }]}>
        <Select options={Object.entries(RESPONSE_LEVELS).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="event" label="事件" rules={[{ required: true, min: 2, message: '请写明发生了什么' }]}>
        <Input maxLength={100} placeholder="例如：11 月 28 日夜间暴雪" />
      </Form.Item>
      <Form.Item name="eventOn" label="发生日期" rules={[{ required: true, message: '请选择发生日期' }]}>
        <DayInput latest={todayText()} />
      </Form.Item>
      <Form.Item name="basis" label="触发依据" rules={[{ required: true, min: 2, message: '请写明依据' }]}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </FormDialog>
  );
}
