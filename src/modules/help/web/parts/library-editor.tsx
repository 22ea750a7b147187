// A copy of a library, row by row, saved for an area from a day on.

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useState } from 'react';
import { Section } from '../../../../platform/web/detail-page.tsx';
import {
  BasisItem,
  DraftForm,
  EffectiveFromItem,
  type Given,
  HolderItem,
  NumberInput,
} from '../../../../platform/web/form/index.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { libraryMeasure } from '../../domain/library-contract.ts';
import { AGAINST, AGAINST_NAMES, type Against } from '../../domain/measure-library.ts';
import { MEASURE_CLASS_NAMES, MEASURE_CLASSES } from '../../domain/measures.ts';
import { type LibraryEntry, library, type MeasureLibrary } from '../library-api.ts';
import { Unanswered } from './library-unanswered.tsx';

/** A row while it is typed: an emptied number is none, and one that cannot be read stays as it was typed. */
type Draft = Omit<LibraryEntry, 'class' | 'days'> & {
  id: number;
  class?: LibraryEntry['class'];
  days: number | string | null;
};

const CLASSES = MEASURE_CLASSES.map((value) => ({ value, label: MEASURE_CLASS_NAMES[value] }));
const RISKS = AGAINST.map((value) => ({ value, label: AGAINST_NAMES[value] }));

/** What has to be mended in a row; undefined where it is whole. */
function faultOf({ id: _id, ...draft }: Draft): string | undefined {
  return libraryMeasure
    .safeParse(draft)
    .error?.issues.map(({ message }) => message)
    .join(',');
}

function entriesOf(drafts: readonly Draft[]): LibraryEntry[] {
  return drafts.flatMap(({ id: _id, ...draft }) => libraryMeasure.safeParse(draft).data ?? []);
}

type Fields = { measures: Draft[]; regionCode: number; effectiveFrom: string; note?: string };
type EditorProps = { from: MeasureLibrary; onClose: () => void };

export const LIBRARY_DRAFT = 'measure-library';

const checkMeasures = async (_rule: unknown, drafts: Draft[] = []) => {
  const faults = drafts.filter((draft) => faultOf(draft) !== undefined).length;
  if (faults > 0) throw new Error(`还有 ${faults} 项措施没有填写完整。请按红字更正后再保存。`);
};

export function LibraryEditor({ from, onClose }: EditorProps) {
  const cache = useQueryClient();
  const { code } = useArea();
  const [today] = useState(() => dayjs().format('YYYY-MM-DD'));
  const [initial] = useState(() => from.measures.map((entry, id): Draft => ({ ...entry, id })));
  const [form] = Form.useForm<Fields>();
  const drafts = Form.useWatch('measures', form) ?? initial;

  function add() {
    const id = Math.max(0, ...drafts.map((draft) => draft.id)) + 1;
    form.setFieldValue('measures', [...drafts, { id, against: [], content: '', unit: '', policy: '', days: 30 }]);
  }

  return (
    <Section title="修改措施库">
      <Unanswered measures={entriesOf(drafts)} />
      <DraftForm<Fields>
        form={form}
        draft={{ form: LIBRARY_DRAFT, record: String(from.id), title: '修改帮扶措施库' }}
        initialValues={{ measures: initial, regionCode: from.regionCode ?? code, effectiveFrom: today, note: '' }}
        deed={{ label: '保存' }}
        onSend={async ({ measures, note = '', ...fields }, requestId) =>
          library.client.saveMeasureLibrary({ requestId, ...fields, note, measures: entriesOf(measures) })
        }
        done="已保存，自生效日期起按新的措施库提出建议；已有的帮扶计划不变"
        onSent={() => cache.invalidateQueries({ queryKey: library.query.measureLibraries.key() })}
        onClose={onClose}
      >
        <Form.Item name="measures" validateTrigger="onSubmit" rules={[{ validator: checkMeasures }]}>
          <Rows />
        </Form.Item>
        <Button className="sw-library-add" icon={<PlusOutlined />} onClick={add}>
          增加一项措施
        </Button>
        <div className="sw-library-fields">
          <HolderItem />
          <EffectiveFromItem earliest={today} />
          <BasisItem />
        </div>
      </DraftForm>
    </Section>
  );
}

function Rows({ value: drafts = [], onChange }: Given<Draft[]>) {
  // Problems are shown once somebody tried to save.
  const { status } = Form.Item.useStatus();
  const [checked, setChecked] = useState(false);
  useEffect(() => setChecked((was) => was || status === 'error'), [status]);
  return (
    <div className="sw-scroll">
      <table className="sw-plain-table sw-edit-table sw-library-table">
        <thead>
          <tr>
            <th scope="col">针对的风险</th>
            <th scope="col">措施类别</th>
            <th scope="col">帮扶内容</th>
            <th scope="col">责任单位</th>
            <th scope="col">依据的政策</th>
            <th scope="col">完成天数</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {drafts.map((draft, i) => (
            <Row
              key={draft.id}
              draft={draft}
              number={i + 1}
              fault={checked ? faultOf(draft) : undefined}
              onChange={(next) => onChange?.(drafts.map((each) => (each.id === next.id ? next : each)))}
              onRemove={() => onChange?.(drafts.filter(({ id }) => id !== draft.id))}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = {
  draft: Draft;
  number: number;
  fault: string | undefined;
  onChange: (draft: Draft) => void;
  onRemove: () => void;
};

function Row({ draft, number, fault, onChange, onRemove }: RowProps) {
  const label = (what: string) => `第 ${number} 项${what}`;
  const text = (key: 'content' | 'unit' | 'policy', what: string, most: number) => (
    <Input.TextArea
      aria-label={label(what)}
      autoSize={{ minRows: 1, maxRows: 4 }}
      maxLength={most}
      value={draft[key]}
      onChange={(event) => onChange({ ...draft, [key]: event.target.value })}
    />
  );
  return (
    <tr>
      <td>
        <Select<Against[]>
          aria-label={label('针对的风险')}
          className="sw-wide"
          mode="multiple"
          value={draft.against}
          options={RISKS}
          onChange={(against) => onChange({ ...draft, against })}
        />
        {fault ? (
          <div className="sw-tone-red" role="alert">
            {fault}
          </div>
        ) : null}
      </td>
      <td>
        <Select
          aria-label={label('措施类别')}
          className="sw-wide"
          value={draft.class ?? null}
          options={CLASSES}
          onChange={(next) => onChange({ ...draft, ...(next ? { class: next } : {}) })}
        />
      </td>
      <td>{text('content', '帮扶内容', 500)}</td>
      <td>{text('unit', '责任单位', 60)}</td>
      <td>{text('policy', '依据的政策', 60)}</td>
      <td>
        <NumberInput
          label={label('完成天数')}
          value={draft.days ?? undefined}
          onChange={(days) => onChange({ ...draft, days: days ?? null })}
        />
      </td>
      <td>
        <Button type="text" icon={<DeleteOutlined />} aria-label={`删除第 ${number} 项`} onClick={onRemove} />
      </td>
    </tr>
  );
}
