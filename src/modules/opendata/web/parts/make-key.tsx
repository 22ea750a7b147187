// A key is made for an office and a use, and shown once.

import { Alert, Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { DayInput, FormDialog, GuardedModal } from '../../../../platform/web/form/index.ts';
import { RegionPicker } from '../../../../platform/web/regions/region-picker.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { FIGURES, GROUP_TITLES, groupOf } from '../../../figures/domain/definitions/index.ts';
import { opendata } from '../api.ts';

type Fields = Omit<Parameters<typeof opendata.client.makeKey>[0], 'requestId'>;

const CHOICES = Object.entries(GROUP_TITLES).map(([group, label]) => ({
  label,
  options: FIGURES.filter((figure) => groupOf(figure) === group).map(({ id, name, unit }) => ({
    value: id,
    label: `${name}（${unit}）`,
  })),
}));
const ALL = FIGURES.map(({ id }) => id);

const required = (message: string) => [{ required: true, message }];

export function MakeKey({ onMade, onClose }: { onMade: () => Promise<void>; onClose: () => void }) {
  const { code: area } = useArea();
  const [key, setKey] = useState<string>();
  const [form] = Form.useForm<Fields>();
  if (key !== undefined) return <ShownKey value={key} onClose={onClose} />;
  return (
    <FormDialog<Fields>
      title="发放数据接口密钥"
      form={form}
      initialValues={{ area, perMinute: 30 }}
      deed={{ label: '发放' }}
      onSend={async (fields, requestId) => {
        const made = await opendata.client.makeKey({ requestId, ...fields });
        await onMade();
        setKey(made.key);
      }}
      stays
      done="密钥已发放"
      onClose={onClose}
    >
      <Form.Item name="office" label="使用单位" rules={required('请填写使用单位')}>
        <Input maxLength={60} placeholder="如 自治区大数据中心" />
      </Form.Item>
      <Form.Item name="name" label="用途" rules={required('请填写用途')}>
        <Input maxLength={60} placeholder="如 综合展示平台" />
      </Form.Item>
      <Form.Item name="area" label="地区（含下级）" rules={required('请选择地区')}>
        <RegionPicker label="地区" className="sw-wide" allowClear={false} placeholder="请选择" />
      </Form.Item>
      <Form.Item name="figures" label="指标" rules={required('请选择指标')}>
        <Select mode="multiple" optionFilterProp="label" options={CHOICES} maxTagCount={6} placeholder="按名称查找" />
      </Form.Item>
      <Button type="link" onClick={() => form.setFieldValue('figures', ALL)}>
        选全部指标
      </Button>
      <Form.Item name="expiresOn" label="有效期至（三年以内）" rules={required('请选择日期')}>
        <DayInput />
      </Form.Item>
      <Form.Item name="perMinute" label="每分钟最多次数" rules={required('请填写次数')}>
        <InputNumber min={1} max={600} precision={0} />
      </Form.Item>
    </FormDialog>
  );
}

function ShownKey({ value, onClose }: { value: string; onClose: () => void }) {
  return (
    <GuardedModal title="密钥已发放" onClose={onClose}>
      <Alert
        className="sw-alert"
        type="warning"
        showIcon
        title="密钥只在这里显示一次，关闭后不能再查看。"
        description="请用可靠的方式交给使用单位的经办人，不要发在工作群里。"
      />
      <p className="sw-secret">{value || '这把密钥已经显示过。没有记下的，请停用后另发一把。'}</p>
      <div className="sw-form-actions sw-deeds">
        {value && navigator.clipboard ? (
          <Button onClick={() => void navigator.clipboard.writeText(value)}>复制</Button>
        ) : null}
        <Button type="primary" onClick={onClose}>
          已记下，关闭
        </Button>
      </div>
    </GuardedModal>
  );
}
