// The questions of a round as fields of a form.

import { Form, Radio } from 'antd';
import { choicesOf } from '../../../../platform/web/form/index.ts';
import type { Asked } from '../api.ts';

export function AnswerItems({ questions }: { questions: readonly Asked[] }) {
  return questions.map(({ code, title, choices }) => (
    <Form.Item
      key={code}
      name={['answers', code]}
      label={title}
      rules={[{ required: true, message: `请回答${title}` }]}
    >
      <Radio.Group options={choicesOf(choices)} />
    </Form.Item>
  ));
}
