// The fields that each kind of change asks for.

import { Form, Input, Radio, Select } from 'antd';
import { RegionPicker } from '../../../../platform/web/regions/region-picker.tsx';
import type { EventKind } from '../../domain/events.ts';
import { RELATIONS } from '../../domain/registry-columns.ts';
import type { HouseholdDetail, Member } from '../types.ts';
import { type EventFields, remaining } from './event-fields.ts';
import { HouseholdPicker } from './household-picker.tsx';

type FieldsProps = { detail: HouseholdDetail };

const required = (message: string) => [{ required: true, message }];
const optionsOf = (members: Member[]) =>
  members.map(({ id, name, relation }) => ({ value: id, label: relation ? `${name}（${relation}）` : name }));
const RELATION_OPTIONS = RELATIONS.map((value) => ({ value, label: value }));

export function KindFields({ kind, detail }: FieldsProps & { kind: EventKind }) {
  switch (kind) {
    case 'birth':
    case 'marriage-in':
      return <NewPersonFields />;
    case 'death':
      return <LeavingFields detail={detail} label="去世的成员" />;
    case 'leave':
      return (
        <>
          <LeavingFields detail={detail} label="离户的成员" />
          <Form.Item name="reason" label="离户原因" rules={[{ required: true, min: 2, message: '请写明离户原因' }]}>
            <Input maxLength={100} />
          </Form.Item>
        </>
      );
    case 'marriage-out':
      return <MarriageOutFields detail={detail} />;
    case 'split':
      return <SplitFields detail={detail} />;
    case 'merge':
      return (
        <Form.Item name="otherHouseholdId" label="并入本户的户" rules={required('请选择并入本户的户')}>
          <HouseholdPicker countyCode={detail.household.countyCode} except={detail.household.id} />
        </Form.Item>
      );
    case 'move':
      return (
        <Form.Item name="villageCode" label="迁入嘎查村" rules={required('请选择迁入的嘎查村')}>
          <RegionPicker label="迁入嘎查村" className="sw-wide" placeholder="请选择" />
        </Form.Item>
      );
  }
}

function NewPersonFields() {
  return (
    <>
      <Form.Item name="name" label="姓名" rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="sex" label="性别" rules={required('请选择性别')}>
        <Radio.Group options={['男', '女']} />
      </Form.Item>
      <Form.Item name="relation" label="与户主关系" rules={required('请选择与户主关系')}>
        <Select showSearch options={RELATION_OPTIONS} />
      </Form.Item>
      <Form.Item name="idNumber" label="证件号码">
        <Input maxLength={24} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="ethnicity" label="民族">
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
    </>
  );
}

/** Who goes; and where that is the head, who comes next. */
function LeavingFields({ detail, label }: FieldsProps & { label: string }) {
  return (
    <>
      <Form.Item name="personId" label={label} rules={required('请选择成员')}>
        <Select options={optionsOf(detail.members)} />
      </Form.Item>
      <NewHeadField detail={detail} />
    </>
  );
}

function NewHeadField({ detail: { members } }: FieldsProps) {
  const fields = useFields();
  const goes = members.find(({ id }) => id === fields.personId);
  const others = remaining(members, fields);
  if (goes?.relation !== '户主' || others.length === 0) return null;
  return (
    <Form.Item name="newHeadId" label="新户主" extra="暂时不能确定的可以不选，系统列为疑点。">
      <Select allowClear options={optionsOf(others)} />
    </Form.Item>
  );
}

function useFields(): EventFields {
  const form = Form.useFormInstance<EventFields>();
  return Form.useWatch((values: EventFields) => values, form) ?? form.getFieldsValue();
}

function MarriageOutFields({ detail }: FieldsProps) {
  const { otherHouseholdId } = useFields();
  return (
    <>
      <LeavingFields detail={detail} label="婚出的成员" />
      <Form.Item name="otherHouseholdId" label="迁入的户">
        <HouseholdPicker countyCode={detail.household.countyCode} except={detail.household.id} />
      </Form.Item>
      {otherHouseholdId === undefined ? null : (
        <Form.Item name="relation" label="与迁入户户主的关系" rules={required('请选择与户主关系')}>
          <Select showSearch options={RELATION_OPTIONS} />
        </Form.Item>
      )}
    </>
  );
}

function SplitFields({ detail: { members } }: FieldsProps) {
  const fields = useFields();
  const going = members.filter(({ id }) => fields.personIds?.includes(id));
  const staying = remaining(members, fields);
  const headGoes = going.some(({ relation }) => relation === '户主');
  return (
    <>
      <Form.Item name="personIds" label="分出的成员" rules={required('请选择分出的成员')}>
        <Select mode="multiple" options={optionsOf(members)} />
      </Form.Item>
      <Form.Item name="newHeadId" label="新户户主" rules={required('请选择新户户主')}>
        <Select options={optionsOf(going)} />
      </Form.Item>
      {headGoes ? (
        <Form.Item name="remainingHeadId" label="原户新户主" extra="暂时不能确定的可以不选，系统列为疑点。">
          <Select allowClear options={optionsOf(staying)} />
        </Form.Item>
      ) : null}
      <Form.Item name="villageCode" label="新户所在嘎查村" extra="不选则与原户相同。">
        <RegionPicker label="新户所在嘎查村" className="sw-wide" placeholder="与原户相同" />
      </Form.Item>
    </>
  );
}
