// The result of the look that was taken at the family: one of four, the facts in words, photos.

import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Radio } from 'antd';
import { FormDialog, fileIds, type KeptFile, PhotosItem } from '../../../../platform/web/form/index.ts';
import { type CheckResult, RESULTS } from '../../domain/lifecycle.ts';
import { warnings } from '../api.ts';

const CHOICES: Record<CheckResult, { label: string; ask: string; least: number }> = {
  'no-risk': { label: '无风险', ask: '无风险的理由', least: 4 },
  'handled-by-department': { label: '部门已处理', ask: '由哪个部门怎样处理', least: 2 },
  'to-be-monitored': { label: '拟纳入监测', ask: '核实情况', least: 0 },
  'already-monitored': { label: '已在监测', ask: '核实情况', least: 0 },
};

type Fields = { result: CheckResult; note?: string; photos?: KeptFile[] };

export const CHECK_DRAFT = 'warning-check';

type CheckDialogProps = { warning: { countyCode: number; id: number }; onClose: () => void };

export function CheckDialog({ warning: { countyCode, id }, onClose }: CheckDialogProps) {
  const cache = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const chosen = CHOICES[Form.useWatch('result', form) ?? 'to-be-monitored'];
  const asked = `请写明${chosen.ask}，至少 ${chosen.least} 个字`;
  return (
    <FormDialog<Fields>
      title="填写核实结果"
      form={form}
      draft={{ form: CHECK_DRAFT, record: `${countyCode}-${id}`, title: '填写预警核实结果' }}
      deed={{ label: '保存' }}
      onSend={({ result, note = '', photos }, requestId) =>
        warnings.client.check({ requestId, countyCode, id, result, note, photos: fileIds(photos) })
      }
      done="核实结果已保存"
      onSent={() => cache.invalidateQueries({ queryKey: warnings.query.key() })}
      onClose={onClose}
    >
      <Form.Item name="result" label="核实结果" rules={[{ required: true, message: '请选择核实结果' }]}>
        <Radio.Group options={RESULTS.map((value) => ({ value, label: CHOICES[value].label }))} />
      </Form.Item>
      <Form.Item
        name="note"
        label={chosen.ask}
        rules={chosen.least > 0 ? [{ required: true, whitespace: true, min: chosen.least, message: asked }] : []}
      >
        <Input.TextArea rows={4} maxLength={500} showCount />
      </Form.Item>
      <PhotosItem name="photos" label="现场照片" />
    </FormDialog>
  );
}
