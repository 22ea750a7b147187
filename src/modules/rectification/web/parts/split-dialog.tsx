// One sentence that holds several problems becomes several rows, each with its own region and unit.

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { FormDialog } from '../../../../platform/web/form/index.ts';
import { RegionPicker } from '../../../../platform/web/regions/region-picker.tsx';
import { registerKey } from '../../../../platform/web/registers/registers.tsx';
import type { ProblemShown } from '../../domain/shapes.ts';
import { rectification } from '../api.ts';

type Part = { wording: string; regionCode: number; unit: string };
type Typed = { parts: Part[] };

const MOST = 20;

export function SplitDialog({ problem, onClose }: { problem: ProblemShown; onClose: () => void }) {
  const cache = useQueryClient();
  const { number, regionCode, unit } = problem;
  const empty = { wording: '', regionCode, unit };
  return (
    <FormDialog<Typed>
      title={`拆分问题 ${number}`}
      width={720}
      about="一句话里有几个问题，就拆成几条，各有编号、地区和责任单位，分别整改销号。原文作废但保留，互相关联。"
      draft={{ form: 'split-problem', record: number, title: `拆分问题：${number}` }}
      initialValues={{ parts: [empty, empty] }}
      deed={{ label: '拆分' }}
      onSend={({ parts }, requestId) => rectification.client.split({ requestId, number, parts })}
      done="已拆分"
      onSent={async () => {
        await cache.invalidateQueries({ queryKey: rectification.query.key() });
        await cache.invalidateQueries({ queryKey: registerKey('problems') });
      }}
      onClose={onClose}
    >
      <Form.List name="parts">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }, i) => (
              <fieldset key={key} className="sw-fieldset">
                <legend>
                  第 {i + 1} 个问题{' '}
                  {fields.length > 2 ? (
                    <Button
                      size="small"
                      type="text"
                      icon={<DeleteOutlined />}
                      aria-label={`去掉第 ${i + 1} 个问题`}
                      onClick={() => remove(name)}
                    />
                  ) : null}
                </legend>
                <Form.Item
                  name={[name, 'wording']}
                  label="问题"
                  rules={[{ required: true, min: 4, message: '请写明是什么问题，至少 4 个字' }]}
                >
                  <Input.TextArea rows={2} maxLength={4000} />
                </Form.Item>
                <Form.Item name={[name, 'regionCode']} label="地区" rules={[{ required: true, message: '请选择地区' }]}>
                  <RegionPicker label="地区" allowClear={false} />
                </Form.Item>
                <Form.Item
                  name={[name, 'unit']}
                  label="责任单位"
                  rules={[{ required: true, message: '请填写责任单位' }]}
                >
                  <Input maxLength={200} />
                </Form.Item>
              </fieldset>
            ))}
            {fields.length < MOST ? (
              <Button icon={<PlusOutlined />} onClick={() => add(empty)}>
                再加一个
              </Button>
            ) : null}
          </>
        )}
      </Form.List>
    </FormDialog>
  );
}
