// 提出异议: against which score, what is wrong, and by what that shows.

import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { FormDialog } from '../../../../platform/web/form/index.ts';
import { appraisals, type Sheet } from '../api.ts';

type Typed = { indicator?: string; claim: string; evidence: string };

export function ObjectDialog({ sheet, onClose }: { sheet: Sheet; onClose: () => void }) {
  const queries = useQueryClient();
  const { number, standing, indicators, objectionsUntil } = sheet;
  return (
    <FormDialog<Typed>
      title="提出考核异议"
      about={`异议期到 ${objectionsUntil ?? ''}。由组织考核的一级答复，答复前得分不变。`}
      deed={{ label: '提出异议' }}
      done="已提出，可在“考核异议”台账里看答复"
      onSend={async (typed, requestId) => {
        await appraisals.client.object({ requestId, number, region: standing.regionCode, ...typed });
        await queries.invalidateQueries({ queryKey: appraisals.query.key() });
      }}
      onClose={onClose}
    >
      <Form.Item name="indicator" label="指标" extra="不填则为对加减分、否决或总分的异议">
        <Select
          allowClear
          options={indicators
            .filter(({ source }) => source !== 'class')
            .map((one) => ({ value: one.number, label: `${one.number} ${one.name}` }))}
        />
      </Form.Item>
      <Form.Item
        name="claim"
        label="异议内容"
        rules={[{ required: true, min: 5, message: '请写明哪里不对，至少 5 个字' }]}
      >
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
      <Form.Item name="evidence" label="佐证" rules={[{ required: true, min: 5, message: '请写明依据哪份文件或记录' }]}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}
