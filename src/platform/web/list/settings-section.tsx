// Numbers that hold from a day on: which one holds in the area and who set it, and setting another.

import { Button, Form, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { Section } from '../detail-page.tsx';
import { BasisItem, EffectiveFromItem, FormDialog, todayText } from '../form/index.ts';
import type { ListColumn } from './list-types.ts';
import { SmallTable } from './small-table.tsx';

export type SettingLine = {
  key: string;
  title: string;
  value: number;
  /** Who set it; absent: nobody yet, and the value of the program holds. */
  regionName?: string | undefined;
  effectiveFrom?: string | undefined;
  basis?: string | undefined;
};

export type GivenSetting = { key: string; value: number; effectiveFrom: string; basis: string };

type SettingsSectionProps<Line extends SettingLine> = {
  title: string;
  /** What one of them is called, its number, and all of them: 要求, 数值, 资金监管要求. */
  words: { one: string; value: string; all: string };
  lines: readonly Line[];
  valueText: (line: Line) => string;
  /** How one is called where it is chosen. */
  nameOf: (line: Line) => string;
  isAllowed: boolean;
  about: string;
  /** Of the draft that is kept while it is typed. */
  draft: { form: string; record: string };
  /** The item of `value`. */
  item: ReactNode;
  onSave: (given: GivenSetting, requestId: string) => Promise<unknown>;
  onSaved: () => unknown;
};

export function SettingsSection<Line extends SettingLine>(props: SettingsSectionProps<Line>) {
  const { title, words, lines, valueText, isAllowed } = props;
  const [isOpen, setOpen] = useState(false);
  const columns: ListColumn<Line>[] = [
    { key: 'title', title: words.one, render: (line) => line.title, width: 250 },
    { key: 'value', title: words.value, render: valueText, width: 90, align: 'right' },
    {
      key: 'by',
      title: '由谁设定',
      render: ({ regionName }) => regionName ?? '还没有设定，暂按程序自带的数值',
      width: 240,
    },
    { key: 'from', title: '生效日期', render: ({ effectiveFrom }) => effectiveFrom ?? '', width: 106 },
    { key: 'basis', title: '依据', render: ({ basis }) => basis ?? '', width: 220 },
  ];
  return (
    <Section title={title} extra={isAllowed ? <Button onClick={() => setOpen(true)}>设定{words.one}</Button> : null}>
      <SmallTable label={words.all} columns={columns} rows={[...lines]} rowKey={({ key }) => key} none="" />
      {isOpen ? <SettingDialog {...props} onClose={() => setOpen(false)} /> : null}
    </Section>
  );
}

function SettingDialog<Line extends SettingLine>({
  words,
  lines,
  nameOf,
  about,
  draft,
  item,
  onSave,
  onSaved,
  onClose,
}: SettingsSectionProps<Line> & { onClose: () => void }) {
  const [today] = useState(todayText);
  return (
    <FormDialog<GivenSetting>
      title={`设定${words.all}`}
      about={about}
      draft={{ ...draft, title: `设定${words.all}` }}
      initialValues={{ effectiveFrom: today }}
      deed={{ label: '保存' }}
      onSend={onSave}
      done={`${words.one}已保存`}
      onSent={onSaved}
      onClose={onClose}
    >
      <Form.Item name="key" label={words.one} rules={[{ required: true, message: `请选择${words.one}` }]}>
        <Select options={lines.map((line) => ({ value: line.key, label: nameOf(line) }))} />
      </Form.Item>
      {item}
      <EffectiveFromItem earliest={today} />
      <BasisItem name="basis" required />
    </FormDialog>
  );
}
