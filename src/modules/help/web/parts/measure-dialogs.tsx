// What is done to one measure: its result is recorded, it is changed, or it is given up with a reason.

import { Button, Checkbox, DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { formatYuan, parseYuan } from '../../../../kernel/money.ts';
import { newRequestId } from '../../../../platform/web/api.ts';
import { FormFoot } from '../../../../platform/web/form-foot.tsx';
import type { CaseKey } from '../../../cases/domain/addresses.ts';
import { type MeasureDraft, readDraft } from '../../domain/measure-drafts.ts';
import { type Demand, MEASURE_CLASS_NAMES } from '../../domain/measures.ts';
import { type CasePlan, help, type MeasureItem } from '../api.ts';
import { FormDialog, PhotosItem, saveWith, useSending } from './form-dialog.tsx';
import { MeasureTable } from './measure-table.tsx';

type DialogProps = { caseKey: CaseKey; measure: MeasureItem; plan: CasePlan; onClose: () => void };

function keyOf({ countyCode, id }: CaseKey, { id: measureId, version }: MeasureItem) {
  return { requestId: newRequestId(), countyCode, id, measureId, version };
}

type ResultFields = { resultOn: Dayjs; result: string; money: string };

export function ResultDialog({ caseKey, measure, plan, onClose }: DialogProps) {
  const sending = useSending('落实结果已登记', onClose);
  const [photos, setPhotos] = useState<string[]>([]);

  function save({ resultOn, result, money }: ResultFields) {
    return sending.send(() =>
      help.client.finishMeasure({
        ...keyOf(caseKey, measure),
        resultOn: resultOn.format('YYYY-MM-DD'),
        result,
        moneyFen: parseYuan(money.trim()) ?? 0,
        photos,
      }),
    );
  }

  return (
    <FormDialog<ResultFields>
      title={`登记落实结果:${MEASURE_CLASS_NAMES[measure.class]}`}
      about={measure.content}
      sending={sending}
      initialValues={{ resultOn: dayjs(plan.today), result: '', money: formatYuan(measure.moneyFen) }}
      deed={saveWith(photos)}
      onSend={save}
      onClose={onClose}
    >
      <Form.Item name="resultOn" label="落实日期" rules={[{ required: true, message: '请选择落实日期' }]}>
        <DatePicker className="sw-wide" disabledDate={(day) => day.format('YYYY-MM-DD') > plan.today} />
      </Form.Item>
      <Form.Item
        name="result"
        label="落实结果"
        rules={[{ required: true, whitespace: true, min: 4, message: '请写明落实了什么、效果如何,至少 4 个字' }]}
      >
        <Input.TextArea rows={4} maxLength={500} showCount />
      </Form.Item>
      <Form.Item
        name="money"
        label="实际资金(元)"
        rules={[
          {
            validator: (_rule, value: string) =>
              (parseYuan(value.trim()) ?? -1) >= 0
                ? Promise.resolve()
                : Promise.reject(new Error('请填写金额,单位元,例如 1200.50;没有资金的填 0')),
          },
        ]}
      >
        <Input inputMode="decimal" />
      </Form.Item>
      <PhotosItem label="落实凭证照片" onChange={setPhotos} />
    </FormDialog>
  );
}

export function CancelDialog({ caseKey, measure, onClose }: DialogProps) {
  const sending = useSending('措施已取消', onClose);
  return (
    <FormDialog<{ reason: string }>
      title={`取消措施:${MEASURE_CLASS_NAMES[measure.class]}`}
      width={480}
      about="取消的措施仍保留在计划中,并写明原因。"
      sending={sending}
      deed={{ label: '取消这项措施', danger: true }}
      back="返回"
      onSend={({ reason }) => sending.send(() => help.client.cancelMeasure({ ...keyOf(caseKey, measure), reason }))}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label="取消原因"
        rules={[{ required: true, whitespace: true, min: 4, message: '请填写取消原因,至少 4 个字' }]}
      >
        <Input.TextArea rows={3} maxLength={300} showCount />
      </Form.Item>
    </FormDialog>
  );
}

function draftOf({
  class: measureClass,
  content,
  unit,
  person,
  plannedFrom,
  dueOn,
  moneyFen,
  policy,
  answers,
}: MeasureItem) {
  const draft: MeasureDraft = {
    ...{ class: measureClass, content, unit, person, plannedFrom, dueOn, policy },
    money: formatYuan(moneyFen),
  };
  return answers ? { ...draft, answers } : draft;
}

export function ChangeDialog({ caseKey, measure, plan, onClose }: DialogProps) {
  const { send, problem, busy } = useSending('措施已修改', onClose);
  const [rows, setRows] = useState<MeasureDraft[]>(() => [draftOf(measure)]);
  const [implementing, setImplementing] = useState(measure.state === 'implementing');
  const [checked, setChecked] = useState(false);
  const demands: Demand[] = plan.demands.map(({ demand }) => demand);

  function save() {
    setChecked(true);
    const read = rows[0] ? readDraft(rows[0]).measure : undefined;
    if (read) void send(() => help.client.changeMeasure({ ...keyOf(caseKey, measure), implementing, measure: read }));
  }

  return (
    <Modal open title="修改措施" footer={null} onCancel={onClose} width={1160}>
      <MeasureTable rows={rows} demands={demands} today={plan.today} checked={checked} onChange={setRows} />
      <p className="sw-edit-note">
        <Checkbox checked={implementing} onChange={(event) => setImplementing(event.target.checked)}>
          已开始实施
        </Checkbox>
      </p>
      <FormFoot problem={problem}>
        <Button onClick={onClose}>取消</Button>
        <Button type="primary" loading={busy} onClick={save}>
          保存
        </Button>
      </FormFoot>
    </Modal>
  );
}
