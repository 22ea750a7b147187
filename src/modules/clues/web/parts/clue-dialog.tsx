// 登记线索: what somebody of the offices or the village heard of a household.

import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Form, Input, Select } from 'antd';
import { Suspense, useState } from 'react';
import { choicesOf, DayInput, FormDialog, todayText } from '../../../../platform/web/form/index.ts';
import { useViewer } from '../../../../platform/web/viewer.tsx';
import { HouseholdPicker } from '../../../households/web/index.ts';
import { CHANNEL_NAMES, type Channel } from '../../domain/words.ts';
import { clues } from '../api.ts';

type Fields = { householdId: number; channel: Channel; receivedOn: string; text: string };

export const CLUE_DRAFT = 'clue';

/** Tells that the clue is recorded, and leads to it. */
function useTold() {
  const { message } = App.useApp();
  const navigate = useNavigate();
  return (countyCode: number, id: number) =>
    void message.success({
      content: (
        <>
          线索已登记
          <Button type="link" size="small" onClick={() => void navigate({ to: `/clues/${countyCode}-${id}` })}>
            查看这条线索
          </Button>
        </>
      ),
    });
}

export function ClueDialog({ onClose }: { onClose: () => void }) {
  const cache = useQueryClient();
  const { region } = useViewer();
  // Those who record clues work in one county.
  const countyCode = Math.floor(region.code / 1_000_000);
  const [today] = useState(todayText);
  const tell = useTold();
  return (
    <FormDialog<Fields>
      title="登记线索"
      draft={{ form: CLUE_DRAFT, title: '登记线索' }}
      initialValues={{ channel: 'visit', receivedOn: today }}
      deed={{ label: '登记' }}
      onSend={async (fields, requestId) => {
        const { id } = await clues.client.addClue({ requestId, countyCode, ...fields });
        tell(countyCode, id);
      }}
      onSent={() => cache.invalidateQueries({ queryKey: clues.query.key() })}
      onClose={onClose}
    >
      <Suspense>
        <Form.Item name="householdId" label="农牧户" rules={[{ required: true, message: '请选择农牧户' }]}>
          <HouseholdPicker countyCode={countyCode} />
        </Form.Item>
      </Suspense>
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
        rules={[{ required: true, whitespace: true, min: 4, message: '请填写线索内容，至少 4 个字' }]}
      >
        <Input.TextArea rows={4} maxLength={1000} showCount />
      </Form.Item>
    </FormDialog>
  );
}
