// New measures of a plan, before they are saved: typed, pasted, or taken from the proposals.

import { App, Button } from 'antd';
import { useState } from 'react';
import { newRequestId } from '../../../../platform/web/api.ts';
import { FormFoot } from '../../../../platform/web/form-foot.tsx';
import type { CaseKey } from '../../../cases/domain/addresses.ts';
import { emptyDraft, isEmptyDraft, type MeasureDraft, readDraft } from '../../domain/measure-drafts.ts';
import { type CasePlan, help } from '../api.ts';
import { useSending } from './form-dialog.tsx';
import { MeasureTable } from './measure-table.tsx';

type EditorProps = { caseKey: CaseKey; plan: CasePlan; initial: MeasureDraft[]; onClose: () => void };

export function MeasureEditor({ caseKey, plan, initial, onClose }: EditorProps) {
  const { message } = App.useApp();
  const [rows, setRows] = useState<MeasureDraft[]>(initial);
  const [checked, setChecked] = useState(false);
  const { send, problem, busy } = useSending('措施已加入帮扶计划', onClose);
  const filled = rows.filter((row) => !isEmptyDraft(row));

  function save() {
    setChecked(true);
    const measures = filled.flatMap((row) => readDraft(row).measure ?? []);
    if (filled.length === 0) void message.info('还没有填写措施');
    else if (measures.length === filled.length) {
      setRows(filled);
      const { countyCode, id } = caseKey;
      void send(() => help.client.addMeasures({ requestId: newRequestId(), countyCode, id, measures }));
    }
  }

  return (
    <div className="sw-edit">
      <p className="sw-quiet sw-edit-hint">
        可从 Excel
        复制一块单元格,在表中粘贴:措施类别、帮扶内容、责任单位、责任人、开始日期、完成期限、资金,按此顺序,或带表头。
      </p>
      <MeasureTable
        rows={rows}
        demands={plan.demands.map(({ demand }) => demand)}
        today={plan.today}
        checked={checked}
        onChange={setRows}
        several
      />
      <FormFoot problem={problem}>
        <Button onClick={() => setRows([...rows, emptyDraft(plan.today)])}>增加一行</Button>
        <span className="sw-grow" />
        <Button onClick={onClose}>取消</Button>
        <Button type="primary" loading={busy} onClick={save}>
          {filled.length > 0 ? `保存 ${filled.length} 项措施` : '保存'}
        </Button>
      </FormFoot>
    </div>
  );
}
