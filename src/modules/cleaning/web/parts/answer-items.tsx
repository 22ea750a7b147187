// What an answer says: outcome, basis, explanation.

import { Form, Input, Radio, Select } from 'antd';
import { choicesOf } from '../../../../platform/web/form/index.ts';
import {
  CORRECTED_FIELDS,
  type CorrectedField,
  isCorrectedField,
} from '../../../households/domain/corrected-fields.ts';
import { BASES, type Basis } from '../../domain/words.ts';

export type AnswerFields = {
  outcome: 'verified-ok' | 'corrected' | 'exempted' | 'not-ours';
  basis: Basis;
  explanation: string;
  value?: string;
};

const ANSWERS = [
  { value: 'verified-ok', label: '属实：情况如此，不需要更正' },
  { value: 'corrected', label: '已改：登记有误，已经更正' },
  { value: 'exempted', label: '有据豁免：按规定可以这样' },
  { value: 'not-ours', label: '非本地对象：不归本嘎查村' },
];

/** `field`: of the member, which 已改 sets right; left out where the rule has none, or for several issues. */
export function AnswerItems({ field }: { field?: string | undefined }) {
  return (
    <>
      <Form.Item name="outcome" label="处理结论" rules={[{ required: true, message: '请选择处理结论' }]}>
        <Radio.Group className="sw-stacked" options={ANSWERS} />
      </Form.Item>
      {field !== undefined && isCorrectedField(field) ? <ValueItem field={field} /> : null}
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

function ValueItem({ field }: { field: CorrectedField }) {
  const { title, values } = CORRECTED_FIELDS[field];
  return (
    <Form.Item noStyle dependencies={['outcome']}>
      {({ getFieldValue }) =>
        getFieldValue('outcome') === 'corrected' ? (
          <Form.Item
            name="value"
            label={`${title}更正为`}
            extra="登记册按此更正并列入回写清单。别的字段有误，或已用导入更正的，不填。"
          >
            <Select allowClear options={values.map((value) => ({ value, label: value === '' ? '（空）' : value }))} />
          </Form.Item>
        ) : null
      }
    </Form.Item>
  );
}
