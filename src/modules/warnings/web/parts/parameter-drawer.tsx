// A new value for one threshold of one region: tried on the newest screening first, then saved with its effective date.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, DatePicker, Drawer, Form, Input, InputNumber } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { failureOf, newRequestId } from '../../../../platform/web/api.ts';
import { FormFoot } from '../../../../platform/web/form-foot.tsx';
import { Loading } from '../../../../platform/web/states.tsx';
import { findParameter } from '../../domain/parameters.ts';
import { warnings } from '../api.ts';
import { EffectTable } from './effect-table.tsx';
import { TabPart } from './tab-part.tsx';
import { parameterUnit, parameterValue } from './words.tsx';

export type ParameterPlace = { code: number; name: string; key: string; value: number | undefined };

type Fields = { value: number; effectiveFrom: Dayjs; note?: string };

export function ParameterDrawer({ place, onClose }: { place: ParameterPlace; onClose: () => void }) {
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const trial = useMutation({
    mutationFn: (value: number) =>
      warnings.client.whatIf({ regionCode: place.code, changes: [{ key: place.key, value }] }),
  });

  async function tryOut() {
    const { value } = await form.validateFields(['value']);
    trial.mutate(value);
  }

  async function save({ value, effectiveFrom, note = '' }: Fields) {
    setBusy(true);
    setProblem('');
    try {
      await warnings.client.saveParameter({
        requestId: newRequestId(),
        regionCode: place.code,
        key: place.key,
        value,
        effectiveFrom: effectiveFrom.format('YYYY-MM-DD'),
        note,
      });
      void message.success('已保存,筛查日在生效日期及以后的筛查按新值执行');
      await cache.invalidateQueries({ queryKey: warnings.query.parameters.key() });
      onClose();
    } catch (error) {
      setProblem(failureOf(error).message);
      setBusy(false);
    }
  }

  return (
    <Drawer open size={640} title={`${place.name}:${findParameter(place.key)?.label ?? ''}`} onClose={onClose}>
      <Form<Fields>
        form={form}
        layout="vertical"
        onFinish={save}
        initialValues={{ value: place.value, effectiveFrom: dayjs() }}
        onValuesChange={(changed: Partial<Fields>) => {
          if ('value' in changed) trial.reset();
        }}
      >
        <Form.Item
          name="value"
          label={`新值(${parameterUnit(place.key)})`}
          extra={`现执行 ${parameterValue(place.key, place.value)}`}
          rules={[{ required: true, message: '请填写新值' }]}
        >
          <InputNumber className="sw-wide" min={0} autoFocus />
        </Form.Item>
        <Form.Item name="effectiveFrom" label="生效日期" rules={[{ required: true, message: '请选择生效日期' }]}>
          <DatePicker className="sw-wide" allowClear={false} />
        </Form.Item>
        <Form.Item name="note" label="依据" extra="文件名称、文号或会议。">
          <Input maxLength={200} />
        </Form.Item>
        <FormFoot problem={problem}>
          <Button onClick={onClose}>取消</Button>
          <Button loading={trial.isPending} onClick={() => void tryOut().catch(() => undefined)}>
            试算
          </Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            保存
          </Button>
        </FormFoot>
      </Form>
      <TabPart title="试算结果">
        {trial.isPending ? <Loading rows={4} /> : null}
        {trial.isError ? <Alert type="error" showIcon title={failureOf(trial.error).message} role="alert" /> : null}
        {trial.isSuccess ? <EffectTable asOf={trial.data.asOf} counties={trial.data.counties} /> : null}
        {trial.isIdle ? (
          <p className="sw-quiet">保存前可先试算:按最近一次筛查的数据,各旗县增加和减少多少户预警。</p>
        ) : null}
      </TabPart>
    </Drawer>
  );
}
