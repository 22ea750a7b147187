// Fields of whoever sets something for a region from a day on: where it holds, from when, and by what paper.

import { Form, Input } from 'antd';
import { RegionPicker } from '../regions/region-picker.tsx';
import { DayInput } from './day-input.tsx';

/** Field `regionCode`: what is set holds in counties, leagues and the region, each for all below it. */
export function HolderItem() {
  return (
    <Form.Item name="regionCode" label="适用地区" rules={[{ required: true, message: '请选择适用地区' }]}>
      <RegionPicker lowest="county" allowClear={false} />
    </Form.Item>
  );
}

/** Field `effectiveFrom`; `earliest`: ISO text, where days that are over stay as they were judged. */
export function EffectiveFromItem({ earliest }: { earliest?: string }) {
  return (
    <Form.Item name="effectiveFrom" label="生效日期" rules={[{ required: true, message: '请选择生效日期' }]}>
      <DayInput allowClear={false} {...(earliest ? { earliest } : {})} />
    </Form.Item>
  );
}

/** Field `note`, or of another name. */
export function BasisItem({ name = 'note', required = false }: { name?: string; required?: boolean }) {
  const rules = required ? [{ required: true, min: 2, message: '请填写依据的文件' }] : [];
  return (
    <Form.Item name={name} label="依据" rules={rules} extra="文件名称、文号或会议。">
      <Input maxLength={200} />
    </Form.Item>
  );
}
