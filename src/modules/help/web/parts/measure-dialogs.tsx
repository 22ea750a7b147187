// What is done to one measure: its result is recorded, it is changed, or it is given up with a reason.

import { useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Input } from 'antd';
import { formatYuan } from '../../../../kernel/money.ts';
import {
  DayInput,
  FormDialog,
  fileIds,
  type KeptFile,
  MoneyItem,
  PhotosItem,
} from '../../../../platform/web/form/index.ts';
import type { CaseKey } from '../../../cases/domain/addresses.ts';
import type { MeasureDraft } from '../../domain/measure-drafts.ts';
import { type Demand, MEASURE_CLASS_NAMES } from '../../domain/measures.ts';
import { type CasePlan, help, type MeasureItem } from '../api.ts';
import { MeasuresItem, readRows } from './measure-table.tsx';

type DialogProps = { caseKey: CaseKey; measure: MeasureItem; plan: CasePlan; onClose: () => void };

/** Names the drafts of what is done to a measure; the record is the case, the measure and the deed. */
export const MEASURE_DRAFT = 'measure';

function keyOf({ countyCode, id }: CaseKey, { id: measureId, version }: MeasureItem, requestId: string) {
  return { requestId, countyCode, id, measureId, version };
}

/** What all three have in common: where the draft belongs, and what is read again afterwards. */
function useDialog({ caseKey, measure, onClose }: DialogProps, deed: string, title: string) {
  const cache = useQueryClient();
  const named = `${title}：${MEASURE_CLASS_NAMES[measure.class]}`;
  return {
    title: named,
    draft: { form: MEASURE_DRAFT, record: `${caseKey.countyCode}-${caseKey.id}/${measure.id}/${deed}`, title: named },
    onSent: () => cache.invalidateQueries({ queryKey: help.query.key() }),
    onClose,
  };
}

type ResultFields = { resultOn: string; result: string; moneyFen: number; photos?: KeptFile[] };

export function ResultDialog(props: DialogProps) {
  const { caseKey, measure, plan } = props;
  return (
    <FormDialog<ResultFields>
      {...useDialog(props, 'result', '登记落实结果')}
      about={measure.content}
      initialValues={{ resultOn: plan.today, result: '', moneyFen: measure.moneyFen }}
      deed={{ label: '保存' }}
      onSend={({ photos, ...result }, requestId) =>
        help.client.finishMeasure({ ...keyOf(caseKey, measure, requestId), ...result, photos: fileIds(photos) })
      }
      done="落实结果已登记"
    >
      <Form.Item name="resultOn" label="落实日期" rules={[{ required: true, message: '请选择落实日期' }]}>
        <DayInput latest={plan.today} />
      </Form.Item>
      <Form.Item
        name="result"
        label="落实结果"
        rules={[{ required: true, whitespace: true, min: 4, message: '请写明落实了什么、效果如何，至少 4 个字' }]}
      >
        <Input.TextArea rows={4} maxLength={500} showCount />
      </Form.Item>
      <MoneyItem name="moneyFen" label="实际资金" required extra="没有资金的填 0" />
      <PhotosItem name="photos" label="落实凭证照片" />
    </FormDialog>
  );
}

export function CancelDialog(props: DialogProps) {
  const { caseKey, measure } = props;
  return (
    <FormDialog<{ reason: string }>
      {...useDialog(props, 'cancel', '取消措施')}
      width={480}
      about="取消的措施仍保留在计划中，并写明原因。"
      deed={{ label: '取消这项措施', danger: true }}
      back="返回"
      onSend={({ reason }, requestId) => help.client.cancelMeasure({ ...keyOf(caseKey, measure, requestId), reason })}
      done="措施已取消"
    >
      <Form.Item
        name="reason"
        label="取消原因"
        rules={[{ required: true, whitespace: true, min: 4, message: '请填写取消原因，至少 4 个字' }]}
      >
        <Input.TextArea rows={3} maxLength={300} showCount />
      </Form.Item>
    </FormDialog>
  );
}

function draftOf(measure: MeasureItem): MeasureDraft {
  const { content, unit, person, plannedFrom, dueOn, moneyFen, policy, answers } = measure;
  return {
    ...{ class: measure.class, content, unit, person, plannedFrom, dueOn, policy, money: formatYuan(moneyFen) },
    ...(answers ? { answers } : {}),
  };
}

type ChangeFields = { rows: MeasureDraft[]; implementing: boolean };

export function ChangeDialog(props: DialogProps) {
  const { caseKey, measure, plan } = props;
  const demands: Demand[] = plan.demands.map(({ demand }) => demand);
  return (
    <FormDialog<ChangeFields>
      {...useDialog(props, 'change', '修改措施')}
      width={1160}
      initialValues={{ rows: [draftOf(measure)], implementing: measure.state === 'implementing' }}
      deed={{ label: '保存' }}
      onSend={async ({ rows, implementing }, requestId) => {
        const [changed] = readRows(rows);
        if (changed) {
          await help.client.changeMeasure({ ...keyOf(caseKey, measure, requestId), implementing, measure: changed });
        }
      }}
      done="措施已修改"
    >
      <MeasuresItem demands={demands} today={plan.today} />
      <Form.Item name="implementing" valuePropName="checked">
        <Checkbox>已开始实施</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
