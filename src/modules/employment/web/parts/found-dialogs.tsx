// What a tap cannot say: when and why somebody left, or where somebody works now.

import { Form, Input, Radio, Select } from 'antd';
import { choicesOf, DayInput, FormDialog, MoneyItem, todayText } from '../../../../platform/web/form/index.ts';
import type { LeavingReason } from '../../domain/confirm/found.ts';
import { PLACE_STEP_NAMES, PLACE_STEPS, type PlaceStep, PROVINCES } from '../../domain/confirm/places.ts';
import { type FoundEntry, REASONS } from '../../domain/contract.ts';
import type { Job } from '../api.ts';

type Entry = Extract<FoundEntry, { found: 'left' | 'elsewhere' }>;
type DialogProps = {
  job: Job;
  onSend: (entry: Entry, requestId: string) => Promise<void>;
  onClose: () => void;
};

const keyOf = ({ countyCode, id }: Job) => ({ countyCode, id });

type LeftFields = { leftOn: string; leavingReason: LeavingReason };

export function LeftDialog({ job, onSend, onClose }: DialogProps) {
  return (
    <FormDialog<LeftFields>
      title={`登记离岗：${job.name}`}
      about="冬季停工、等活儿，还回原单位的，不要登记离岗，请点“歇工”。"
      draft={{ form: 'job-left', record: `${job.countyCode}-${job.id}`, title: '登记离岗' }}
      initialValues={{ leftOn: todayText() }}
      deed={{ label: '登记离岗' }}
      onSend={(fields, requestId) => onSend({ ...keyOf(job), found: 'left', ...fields }, requestId)}
      done="离岗已登记"
      onSent={onClose}
      onClose={onClose}
    >
      <Form.Item name="leftOn" label="离岗日期" rules={[{ required: true, message: '请选择离岗日期' }]}>
        <DayInput latest={todayText()} />
      </Form.Item>
      <Form.Item name="leavingReason" label="离岗原因" rules={[{ required: true, message: '请选择离岗原因' }]}>
        <Radio.Group className="sw-job-choices" optionType="button" options={choicesOf(REASONS)} />
      </Form.Item>
    </FormDialog>
  );
}

type ElsewhereFields = {
  since: string;
  step: PlaceStep;
  province?: string;
  workPlace?: string;
  monthlyIncomeFen?: number;
};

const PROVINCE_CHOICES = Object.entries(PROVINCES).map(([value, label]) => ({ value, label }));

export function ElsewhereDialog({ job, onSend, onClose }: DialogProps) {
  return (
    <FormDialog<ElsewhereFields>
      title={`登记换岗：${job.name}`}
      about="原来的一条登记离岗，新的一条自动登记并确认在岗。"
      draft={{ form: 'job-elsewhere', record: `${job.countyCode}-${job.id}`, title: '登记换岗' }}
      initialValues={{ since: todayText() }}
      deed={{ label: '登记换岗' }}
      onSend={(fields, requestId) => onSend({ ...keyOf(job), found: 'elsewhere', ...fields }, requestId)}
      done="换岗已登记"
      onSent={onClose}
      onClose={onClose}
    >
      <Form.Item name="step" label="新的务工地" rules={[{ required: true, message: '请选择务工地范围' }]}>
        <Radio.Group
          className="sw-job-choices"
          optionType="button"
          options={PLACE_STEPS.map((value) => ({ value, label: PLACE_STEP_NAMES[value] }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['step']}>
        {({ getFieldValue }) =>
          getFieldValue('step') === 'province' ? (
            <Form.Item name="province" label="省份" rules={[{ required: true, message: '请选择省份' }]}>
              <Select showSearch={{ optionFilterProp: 'label' }} options={PROVINCE_CHOICES} />
            </Form.Item>
          ) : null
        }
      </Form.Item>
      <Form.Item name="workPlace" label="具体地点">
        <Input maxLength={60} placeholder="旗县、市区或国家" />
      </Form.Item>
      <MoneyItem name="monthlyIncomeFen" label="月收入" />
      <Form.Item name="since" label="从哪天起" rules={[{ required: true, message: '请选择日期' }]}>
        <DayInput latest={todayText()} />
      </Form.Item>
    </FormDialog>
  );
}
