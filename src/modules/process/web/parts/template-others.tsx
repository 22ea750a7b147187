// What a template says beside the two ways: reminders, returns and appeals, plans, visits, clearing and look-back.

import { Input, Radio, Select } from 'antd';
import type { Term } from '../../domain/calendar.ts';
import type { ProcessTemplate } from '../../domain/process-template.ts';
import { publicName } from '../../domain/public-name.ts';
import { DANGER_NAMES, DANGERS, NOTICE_NAME_NAMES, NOTICE_NAMES, type NoticeName } from '../../domain/words.ts';
import { Field, NumberField, TermField } from './number-field.tsx';

type Keys<Value> = {
  [K in keyof ProcessTemplate]-?: ProcessTemplate[K] extends Value ? K : never;
}[keyof ProcessTemplate];

const NUMBERS: { key: Keys<number>; label: string; unit: string; note?: string }[] = [
  { key: 'verifiers', label: '入户核实人数', unit: '人以上' },
  { key: 'warnDays', label: '到期前提醒', unit: '天' },
  { key: 'escalateDays', label: '逾期上提一级', unit: '天', note: '每逾期这么多天，再上提一级。' },
  {
    ...{ key: 'stableMonths', label: '消除前稳定期', unit: '个月' },
    note: '纳入监测满这么多个月，才能发起风险消除。审定后并入个案的新线索，自收到之日起也要满这么多个月，才不再影响消除。',
  },
];

const TERMS: { key: Keys<Term>; label: string }[] = [
  { key: 'returnTerm', label: '退回补正' },
  { key: 'notifyTerm', label: '告知农户不予纳入' },
  { key: 'appealTerm', label: '申请复核' },
  { key: 'appealDecisionTerm', label: '作出复核结论' },
  { key: 'planTerm', label: '制定帮扶计划' },
  { key: 'measureTerm', label: '落实帮扶措施' },
  { key: 'developingTerm', label: '落实开发式帮扶措施' },
];

type OthersProps = {
  value: ProcessTemplate;
  disabled: boolean;
  faultOf: (path: string) => string | undefined;
  onChange: (value: ProcessTemplate) => void;
};

const MONTHS = [1, 2, 3, 6, 9, 12, 18, 24, 36].map((months) => ({ value: months, label: `${months} 个月` }));

/** Names as they are common here, to see what a rule makes of them. */
const EXAMPLES = ['王秀兰', '乌兰其其格'];

type NoticeNameProps = { value: NoticeName; disabled: boolean; onChange: (value: NoticeName) => void };

function NoticeNameField({ value, disabled, onChange }: NoticeNameProps) {
  const preview = EXAMPLES.map((name) => `“${name}”写作“${publicName(name, value)}”`).join(',');
  return (
    <Field label="公示、公告中的户主姓名" note={`预览：${preview}。按立案时执行的模板。`} fault={undefined}>
      {(id) => (
        <Radio.Group
          id={id}
          aria-label="公示、公告中的户主姓名"
          value={value}
          disabled={disabled}
          options={NOTICE_NAMES.map((each) => ({ value: each, label: NOTICE_NAME_NAMES[each] }))}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export function OtherSettings({ value, disabled, faultOf, onChange }: OthersProps) {
  return (
    <>
      {NUMBERS.map(({ key, ...about }) => (
        <NumberField
          key={key}
          {...about}
          value={value[key]}
          fault={faultOf(key)}
          disabled={disabled}
          onChange={(next) => onChange({ ...value, [key]: next })}
        />
      ))}
      {TERMS.map(({ key, label }) => (
        <TermField
          key={key}
          label={label}
          value={value[key]}
          fault={faultOf(`${key}.days`)}
          disabled={disabled}
          onChange={(next) => onChange({ ...value, [key]: next })}
        />
      ))}
      {DANGERS.map((danger) => (
        <NumberField
          key={danger}
          label={`走访频次（风险等级：${DANGER_NAMES[danger]}）`}
          unit="天内至少一次"
          value={value.visitEvery[danger]}
          fault={faultOf(`visitEvery.${danger}`)}
          disabled={disabled}
          onChange={(days) => onChange({ ...value, visitEvery: { ...value.visitEvery, [danger]: days } })}
        />
      ))}
      <NoticeNameField
        value={value.noticeName ?? 'full'}
        disabled={disabled}
        onChange={(noticeName) => onChange({ ...value, noticeName })}
      />
      <Field
        label="旗县落款单位"
        note="审定名单和旗县公示的落款；不填的，落款为“旗县名+农牧主管部门”。"
        fault={faultOf('countyIssuer')}
      >
        {(id) => (
          <Input
            id={id}
            value={value.countyIssuer ?? ''}
            disabled={disabled}
            maxLength={40}
            placeholder="例如：商都县农牧和科技局"
            onChange={({ target }) => {
              const { countyIssuer: _before, ...rest } = value;
              onChange(target.value.trim() === '' ? rest : { ...rest, countyIssuer: target.value });
            }}
          />
        )}
      </Field>
      <Field label="消除后回头看" fault={faultOf('lookBackMonths')}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            className="sw-months"
            value={value.lookBackMonths}
            disabled={disabled}
            options={MONTHS}
            placeholder="不回头看"
            onChange={(months) => onChange({ ...value, lookBackMonths: [...months].sort((a, b) => a - b) })}
          />
        )}
      </Field>
    </>
  );
}
