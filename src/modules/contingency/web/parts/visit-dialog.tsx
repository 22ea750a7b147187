// A visit to a listed household, as it is written down on the spot or afterwards.

import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Radio, Select } from 'antd';
import { DayInput, FormDialog, NumberItem, todayText } from '../../../../platform/web/form/index.ts';
import { VISIT_RESULTS, VISIT_WAYS, type VisitResult, type VisitWay } from '../../domain/words.ts';
import { contingency, type ListedHousehold } from '../api.ts';

type Fields = {
  visitedOn: string;
  way: VisitWay;
  result: VisitResult;
  lossYuan?: number;
  helpedFirst: boolean;
  note?: string;
};

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export function VisitDialog({ event, row, onClose }: { event: string; row: ListedHousehold; onClose: () => void }) {
  const cache = useQueryClient();
  const { countyCode, id, headName, villageName, visitedOn, way, result, lossFen, helpedFirst, note } = row;
  return (
    <FormDialog<Fields>
      title={`应急走访：${villageName} ${headName}`}
      about="先看人是否安全、能不能过下去；需要救助的先救助，手续后补。"
      draft={{
        form: 'contingency-visit',
        record: `${event}-${countyCode}-${id}`,
        title: '应急走访',
      }}
      initialValues={{
        ...{ visitedOn: visitedOn ?? todayText(), way: way ?? 'in-person', helpedFirst: helpedFirst ?? false },
        ...(result ? { result } : {}),
        ...(lossFen === undefined ? {} : { lossYuan: lossFen / 100 }),
        ...(note ? { note } : {}),
      }}
      deed={{ label: '保存走访' }}
      onSend={({ lossYuan, ...fields }, requestId) =>
        contingency.client.visit({
          ...{ requestId, number: event, household: { countyCode, id }, ...fields },
          ...(lossYuan === undefined || lossYuan === null ? {} : { lossFen: Math.round(lossYuan * 100) }),
        })
      }
      done="走访已保存"
      onSent={() => cache.invalidateQueries({ queryKey: contingency.query.key() })}
      onClose={onClose}
    >
      <Form.Item name="visitedOn" label="走访日期" rules={[{ required: true, message: '请选择走访日期' }]}>
        <DayInput latest={todayText()} />
      </Form.Item>
      <Form.Item name="way" label="走访方式" rules={[{ required: true, message: '请选择走访方式' }]}>
        <Radio.Group options={choices(VISIT_WAYS)} />
      </Form.Item>
      <Form.Item name="result" label="结论" rules={[{ required: true, message: '请选择结论' }]}>
        <Select options={choices(VISIT_RESULTS)} />
      </Form.Item>
      <NumberItem name="lossYuan" label="申报损失（元）" least={0} most={10_000_000_000} isWhole={false} />
      <Form.Item name="helpedFirst" label="帮扶先行" rules={[{ required: true, message: '请选择是否已先行救助' }]}>
        <Radio.Group
          options={[
            { value: true, label: '已先行救助' },
            { value: false, label: '没有' },
          ]}
        />
      </Form.Item>
      <Form.Item name="note" label="说明">
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
