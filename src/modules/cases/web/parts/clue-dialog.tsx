// 登记线索: what somebody of the offices or the village heard of a household.

import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Select } from 'antd';
import { Suspense, useState } from 'react';
import { failureOf, newRequestId } from '../../../../platform/web/api.ts';
import { FormFoot } from '../../../../platform/web/form-foot.tsx';
import { useViewer } from '../../../../platform/web/viewer.tsx';
import { HouseholdPicker } from '../../../households/web/index.ts';
import { CHANNEL_NAMES, type Channel } from '../../domain/words.ts';
import { cases } from '../api.ts';
import { todayText } from '../forms/action-form.tsx';
import { choicesOf } from '../forms/fields.ts';
import { DayInput } from '../forms/inputs.tsx';

type Fields = { householdId: number; channel: Channel; receivedOn: string; text: string };

export function ClueDialog({ onClose }: { onClose: () => void }) {
  const { message } = App.useApp();
  const cache = useQueryClient();
  const { region } = useViewer();
  // Those who record clues work in one county.
  const countyCode = Math.floor(region.code / 1_000_000);
  const [today] = useState(todayText);
  const [requestId, setRequestId] = useState(newRequestId);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  async function save(fields: Fields) {
    setBusy(true);
    setProblem('');
    try {
      await cases.client.addClue({ requestId, countyCode, ...fields });
      await cache.invalidateQueries({ queryKey: cases.query.key() });
      void message.success('线索已登记');
      onClose();
    } catch (error) {
      const failure = failureOf(error);
      setProblem(failure.message);
      if (failure.status >= 400 && failure.status < 500) setRequestId(newRequestId());
      setBusy(false);
    }
  }

  return (
    <Modal open title="登记线索" footer={null} onCancel={onClose} width={560} mask={{ closable: false }}>
      <Suspense>
        <Form<Fields>
          layout="vertical"
          initialValues={{ channel: 'visit', receivedOn: today }}
          onFinish={(fields) => void save(fields)}
        >
          <Form.Item name="householdId" label="农牧户" rules={[{ required: true, message: '请选择农牧户' }]}>
            <HouseholdPicker countyCode={countyCode} />
          </Form.Item>
          <Form.Item name="channel" label="发现渠道" rules={[{ required: true, message: '请选择发现渠道' }]}>
            <Select options={choicesOf(CHANNEL_NAMES)} />
          </Form.Item>
          <Form.Item
            name="receivedOn"
            label="发现日期"
            extra="15 天内完成认定的期限从这一天起算"
            rules={[{ required: true, message: '请选择发现日期' }]}
          >
            <DayInput latest={today} />
          </Form.Item>
          <Form.Item
            name="text"
            label="线索内容"
            rules={[{ required: true, whitespace: true, min: 4, message: '请填写线索内容,至少 4 个字' }]}
          >
            <Input.TextArea rows={4} maxLength={1000} showCount />
          </Form.Item>
          <FormFoot problem={problem}>
            <Button onClick={onClose}>取消</Button>
            <Button type="primary" htmlType="submit" loading={busy}>
              登记
            </Button>
          </FormFoot>
        </Form>
      </Suspense>
    </Modal>
  );
}
