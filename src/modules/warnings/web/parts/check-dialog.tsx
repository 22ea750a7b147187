// The result of the look that was taken at the family: one of four, the facts in words, photos.

import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { failureOf, newRequestId } from '../../../../platform/web/api.ts';
import { FileDrop } from '../../../../platform/web/file-drop.tsx';
import { FormFoot } from '../../../../platform/web/form-foot.tsx';
import { type CheckResult, RESULTS } from '../../domain/lifecycle.ts';
import { warnings } from '../api.ts';

const CHOICES: Record<CheckResult, { label: string; ask: string; least: number }> = {
  'no-risk': { label: '无风险', ask: '无风险的理由', least: 4 },
  'handled-by-department': { label: '部门已处理', ask: '由哪个部门怎样处理', least: 2 },
  'to-be-monitored': { label: '拟纳入监测', ask: '核实情况', least: 0 },
  'already-monitored': { label: '已在监测', ask: '核实情况', least: 0 },
};

type Fields = { result: CheckResult; note?: string };

type CheckDialogProps = { warning: { countyCode: number; id: number }; onClose: () => void };

export function CheckDialog({ warning, onClose }: CheckDialogProps) {
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const chosen = CHOICES[Form.useWatch('result', form) ?? 'to-be-monitored'];
  const [photos, setPhotos] = useState<string[]>([]);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  async function save({ result, note = '' }: Fields) {
    setBusy(true);
    setProblem('');
    const { countyCode, id } = warning;
    try {
      await warnings.client.check({ requestId: newRequestId(), countyCode, id, result, note, photos });
      void message.success('核实结果已保存');
      await cache.invalidateQueries({ queryKey: warnings.query.key() });
      onClose();
    } catch (error) {
      setProblem(failureOf(error).message);
      setBusy(false);
    }
  }

  return (
    <Modal open title="填写核实结果" footer={null} onCancel={onClose} width={560}>
      <Form<Fields> form={form} layout="vertical" onFinish={save}>
        <Form.Item name="result" label="核实结果" rules={[{ required: true, message: '请选择核实结果' }]}>
          <Radio.Group options={RESULTS.map((value) => ({ value, label: CHOICES[value].label }))} />
        </Form.Item>
        <Form.Item
          name="note"
          label={chosen.ask}
          rules={
            chosen.least > 0
              ? [
                  {
                    required: true,
                    whitespace: true,
                    min: chosen.least,
                    message: `请写明${chosen.ask},至少 ${chosen.least} 个字`,
                  },
                ]
              : []
          }
        >
          <Input.TextArea rows={4} maxLength={500} showCount />
        </Form.Item>
        <Form.Item label="现场照片">
          <FileDrop
            accept={['.jpg', '.jpeg', '.png', '.webp']}
            hint="可不传;最多 9 张,每张不超过 20 MB"
            onChange={(files) => setPhotos(files.map(({ fileId }) => fileId))}
          />
        </Form.Item>
        <FormFoot problem={problem}>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" loading={busy} disabled={photos.length > 9}>
            保存
          </Button>
        </FormFoot>
      </Form>
    </Modal>
  );
}
