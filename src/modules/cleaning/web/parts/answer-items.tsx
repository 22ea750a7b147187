// What an answer says: outcome, basis, explanation.

import { Form, Input, Radio, Select } from 'antd';
import { choicesOf } from '../../../../platform/web/form/index.ts';
import { BASES, type Basis } from '../../domain/words.ts';

export type AnswerFields = {
  outcome: 'verified-ok' | 'corrected' | 'exempted' | 'not-ours';
  basis: Basis;
  explanation: string;
};

const ANSWERS = [
  { value: 'verified-ok', label: '属实：情况如此，不需要更正' },
  { value: 'corrected', label: '已改：登记有误，已经更正' },
  { value: 'exempted', label: '有据豁免：按规定可以这样' },
  { value: 'not-ours', label: '非本地对象：不归本嘎查村' },
];

export function AnswerItems() {
  return (
    <>
      <Form.Item name="outcome" label="处理结论" rules={[{ required: true, message: '请选择处理结论' }]}>
        <Radio.Group className="sw-stacked" options={ANSWERS} />
      </Form.Item>
      <Form.Item name="basis" label="依据" rules={[{ required: true, message: '请选择依据' }]}>
        <Select options={choicesOf(BASES)} />
      </Form.Item>
      <Form.Item
        name="explanation"
        label="情况说明"
        rules={[{ required: true, whitespace: true, min: 5, message: '请写明情况，至少 5 个字' }]}
      >
        <Input.TextArea rows={3} maxLength={300} />
      </Form.Item>
    </>
  );
}
