// New measures of a plan, before they are saved: typed, pasted, or taken from the proposals.

import { useQueryClient } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { DraftForm } from '../../../../platform/web/form/index.ts';
import type { CaseKey } from '../../../cases/domain/addresses.ts';
import { emptyDraft, isEmptyDraft, type MeasureDraft } from '../../domain/measure-drafts.ts';
import { type CasePlan, help } from '../api.ts';
import { MeasuresItem, readRows } from './measure-table.tsx';

type Fields = { rows: MeasureDraft[] };
type EditorProps = { caseKey: CaseKey; plan: CasePlan; initial: MeasureDraft[]; onClose: () => void };

export const MEASURES_DRAFT = 'measures';

export function MeasureEditor({ caseKey: { countyCode, id }, plan, initial, onClose }: EditorProps) {
  const cache = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const rows = Form.useWatch('rows', form) ?? initial;
  const filled = rows.filter((row) => !isEmptyDraft(row)).length;
  return (
    <div className="sw-edit">
      <p className="sw-quiet sw-edit-hint">
        可从 Excel
        复制一块单元格，在表中粘贴：措施类别、帮扶内容、责任单位、责任人、开始日期、完成期限、资金，按此顺序，或带表头。
      </p>
      <DraftForm<Fields>
        form={form}
        draft={{ form: MEASURES_DRAFT, record: `${countyCode}-${id}`, title: '新增帮扶措施' }}
        initialValues={{ rows: initial }}
        deed={{ label: filled > 0 ? `保存 ${filled} 项措施` : '保存' }}
        extra={<Button onClick={() => form.setFieldValue('rows', [...rows, emptyDraft(plan.today)])}>增加一行</Button>}
        onSend={(fields, requestId) =>
          help.client.addMeasures({ requestId, countyCode, id, measures: readRows(fields.rows) })
        }
        done="措施已加入帮扶计划"
        onSent={() => cache.invalidateQueries({ queryKey: help.query.key() })}
        onClose={onClose}
      >
        <MeasuresItem demands={plan.demands.map(({ demand }) => demand)} today={plan.today} several />
      </DraftForm>
    </div>
  );
}
