// One field of a form of an action, from its line in the list of fields.

import { Form, Input, Radio, Select } from 'antd';
import type { Rule } from 'antd/es/form';
import {
  DayInput,
  filesRules,
  MoneyInput,
  moneyRules,
  NumberInput,
  type NumberLimits,
  numberRules,
  PhotosInput,
  SignedOrPaper,
} from '../../../../platform/web/form/index.ts';
import { PeopleInput, PersonInput } from '../../../organisations/web/doors/inputs.ts';
import type { Field } from './fields.ts';

const SEPARATORS = ['、', ',', ',', ' ', ';'];

/** Verbs by kind of field, as the sentence for what is missing says them. */
const MISSING: Record<Field['kind'], string> = {
  text: '请填写',
  day: '请选择',
  count: '请填写',
  money: '请填写',
  people: '请填写',
  person: '请选择或填写',
  choice: '请选择',
  choices: '请选择',
  'yes-no': '请选择',
  files: '请附',
};

const COUNT: NumberLimits = { most: 100_000 };

function rulesOf(field: Field): Rule[] {
  const missing = field.required ? `${MISSING[field.kind]}${field.label}` : undefined;
  if (field.kind === 'money') return moneyRules(missing);
  if (field.kind === 'count') return numberRules(missing, COUNT);
  if (field.kind === 'files') return filesRules(missing);
  if (field.kind === 'choices') return listRules(field, field.most);
  if (field.kind === 'people') return listRules(field, 200, field.required ? (field.least ?? 1) : 0);
  if (!field.required) return [];
  const least = field.kind === 'text' ? (field.least ?? 1) : 1;
  const message = `${MISSING[field.kind]}${field.label}${least > 1 ? `，至少 ${least} 个字` : ''}`;
  return [
    field.kind === 'text' ? { required: true, whitespace: true, min: least, message } : { required: true, message },
  ];
}

function listRules({ label, kind, required }: Field, most: number, least = required ? 1 : 0): Rule[] {
  const unit = kind === 'people' ? '人' : '项';
  const check = async (_rule: unknown, value: unknown[] = []) => {
    if (value.length < least) throw new Error(`${MISSING[kind]}${label}${least > 1 ? `，至少 ${least} ${unit}` : ''}`);
    if (value.length > most) throw new Error(`${label}最多 ${most} ${unit}`);
  };
  return [{ required: required ?? false, validator: check }];
}

export function FieldItem({ field, latestDay }: { field: Field; latestDay: string }) {
  const { name, label, hint } = field;
  return (
    <Form.Item
      name={name.split('.')}
      label={label}
      rules={rulesOf(field)}
      {...(hint ? { extra: hint } : {})}
      {...(field.kind === 'files' ? { validateTrigger: 'onSubmit' } : {})}
    >
      {inputOf(field, latestDay)}
    </Form.Item>
  );
}

function inputOf(field: Field, latestDay: string) {
  switch (field.kind) {
    case 'text':
      return field.lines && field.lines > 1 ? (
        <Input.TextArea autoSize={{ minRows: field.lines, maxRows: 12 }} maxLength={field.most ?? 500} />
      ) : (
        <Input maxLength={field.most ?? 500} />
      );
    case 'day':
      return <DayInput {...(field.mayBeLater ? {} : { latest: latestDay })} />;
    case 'count':
      return <NumberInput />;
    case 'money':
      return <MoneyInput />;
    case 'people':
      return field.officials ? (
        <PeopleInput />
      ) : (
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={SEPARATORS} placeholder="输入后按回车" />
      );
    case 'person':
      return <PersonInput most={field.most ?? 40} />;
    case 'choice':
      return field.choices.length > 4 ? (
        <Select options={[...field.choices]} />
      ) : (
        <Radio.Group options={[...field.choices]} />
      );
    case 'choices':
      return <Select mode="multiple" options={[...field.choices]} showSearch={{ optionFilterProp: 'label' }} />;
    case 'yes-no':
      return (
        <Radio.Group
          options={[
            { value: true, label: field.yes },
            { value: false, label: field.no },
          ]}
        />
      );
    case 'files':
      return field.signature ? (
        <SignedOrPaper most={field.most} paper="纸质授权书照片" />
      ) : (
        <PhotosInput label={field.label} most={field.most} />
      );
  }
}
