// One answer for the persons that were chosen.

import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Radio, Select } from 'antd';
import { FormDialog } from '../../../../platform/web/form/index.ts';
import { RESULT_NAMES, RESULTS, type Result, USUAL_HITS } from '../../domain/reply.ts';
import { inquiries } from '../api.ts';
import type { PersonItem } from '../types.ts';

type Fields = { result: Result; hits?: string[]; note?: string };
type AnswerDialogProps = { id: number; persons: PersonItem[]; onClose: () => void };

const NAMED = 6;

export function AnswerDialog({ id, persons, onClose }: AnswerDialogProps) {
  const cache = useQueryClient();
  const [only] = persons.length === 1 ? persons : [];
  const names = persons
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join('、');
  return (
    <FormDialog<Fields>
      title={persons.length === 1 ? `回复协查：${names}` : `回复协查：${persons.length} 人`}
      width={520}
      about={persons.length > 1 ? <p>{persons.length > NAMED ? `${names}等` : names}，按同一结果回复。</p> : null}
      initialValues={only?.reply ?? {}}
      deed={{ label: '回复' }}
      onSend={({ result, hits = [], note = '' }, requestId) =>
        inquiries.client.answer({
          ...{ requestId, id, positions: persons.map(({ position }) => position) },
          reply: { result, hits: result === 'hit' ? hits : [], note },
        })
      }
      done={`已回复 ${persons.length} 人`}
      onSent={() => cache.invalidateQueries({ queryKey: inquiries.query.key() })}
      onClose={onClose}
    >
      <Form.Item name="result" label="协查结果" rules={[{ required: true, message: '请选择协查结果' }]}>
        <Radio.Group options={RESULTS.map((value) => ({ value, label: RESULT_NAMES[value] }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={['result']}>
        {({ getFieldValue }) =>
          getFieldValue('result') === 'hit' ? (
            <Form.Item
              name="hits"
              label="命中情形"
              rules={[{ required: true, type: 'array', min: 1, message: '请选择命中情形' }]}
            >
              <Select
                mode="tags"
                maxCount={10}
                placeholder="选择，或输入后按回车"
                options={USUAL_HITS.map((value) => ({ value, label: value }))}
              />
            </Form.Item>
          ) : null
        }
      </Form.Item>
      <Form.Item name="note" label="说明">
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
