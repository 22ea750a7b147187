// The survey at the family: four questions, twelve months of incomes and costs, how far it copes. What is known of the
// household is filled in; what follows from the numbers is computed while they are typed.

import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import dayjs from 'dayjs';
import { choicesOf } from '../../../../platform/web/form/index.ts';
import { formatMoney } from '../../../../platform/web/numbers.ts';
import { households as householdsApi } from '../../../households/web/api.ts';
import {
  INCOME_FIELDS,
  INCOME_NAMES,
  perCapitaFen,
  QUESTION_NAMES,
  QUESTIONS,
  referencePerCapitaFen,
  type Survey,
} from '../../domain/survey.ts';
import { COPING_NAMES, MOST_RISKS, RISK_NAMES } from '../../domain/words.ts';
import { yuanText } from '../parts/words.tsx';
import type { CaseDetail } from '../types.ts';
import { FieldItem } from './field-item.tsx';
import type { Field } from './fields.ts';

const at = (name: keyof Survey) => `survey.${name}`;
const money = (name: keyof Survey, label: string): Field => ({
  ...{ kind: 'money', name: at(name), label },
  required: true,
});

const GUARANTEES: Field[] = QUESTIONS.map((question) => ({
  ...{ kind: 'yes-no', name: at(question), label: QUESTION_NAMES[question], yes: '是', no: '否' },
  required: true,
}));
const PERIOD: Field[] = [
  { kind: 'day', name: at('from'), label: '收支期间开始', required: true },
  { kind: 'day', name: at('until'), label: '收支期间结束', required: true },
  { kind: 'count', name: at('memberCount'), label: '家庭人口', required: true },
];
const MONEY: Field[] = [
  ...INCOME_FIELDS.map((name) => money(name, INCOME_NAMES[name])),
  money('businessCostFen', '生产经营性支出'),
  money('claimFen', '理赔收入'),
  money('selfPaidFen', '合规自付支出'),
];
const COPING_FIELDS: Field[] = [
  { kind: 'choice', name: at('coping'), label: '自主应对能力', choices: choicesOf(COPING_NAMES), required: true },
  { kind: 'yes-no', name: at('noLabour'), label: '整户无劳动能力', yes: '是', no: '否', required: true },
  { kind: 'choices', name: at('risks'), label: '风险类型', choices: choicesOf(RISK_NAMES), most: MOST_RISKS },
  { kind: 'text', name: at('hardship'), label: '突出困难', lines: 3, most: 1000 },
];

/** What a survey begins with: what is known, not what is to be found out at the family. */
function blankSurvey(detail: CaseDetail, today: string): Partial<Survey> {
  return {
    from: dayjs(today).subtract(1, 'year').format('YYYY-MM-DD'),
    until: today,
    memberCount: detail.memberCount,
    hardship: '',
    risks: detail.risks,
  };
}

export type Beginning = { survey?: Partial<Survey>; incomeYear?: number };

/** What a survey is filled in with, and from which year; undefined while it is read, nothing where none is asked for. */
export function useSurveyBeginning(detail: CaseDetail, today: string, wanted: boolean): Beginning | undefined {
  const { countyCode, householdId: id } = detail;
  const household = useQuery({
    ...householdsApi.query.get.queryOptions({ input: { countyCode, id } }),
    enabled: wanted,
  });
  if (!wanted) return {};
  if (household.isPending) return undefined;
  const blank = blankSurvey(detail, today);
  const income = household.data?.incomes[0];
  if (!income) return { survey: blank };
  const { wageFen, businessFen, propertyFen, transferFen, businessCostFen, claimFen, selfPaidFen, year } = income;
  const known = { wageFen, businessFen, propertyFen, transferFen, businessCostFen, claimFen, selfPaidFen };
  return { survey: { ...blank, ...known }, incomeYear: year };
}

type SurveyFormProps = { detail: CaseDetail; today: string; incomeYear: number | undefined };

export function SurveyForm({ detail, today, incomeYear }: SurveyFormProps) {
  const items = (fields: Field[]) =>
    fields.map((field) => <FieldItem key={field.name} field={field} latestDay={today} />);
  return (
    <>
      <h3 className="sw-form-head">三保障和饮水安全</h3>
      <div className="sw-fields">{items(GUARANTEES)}</div>
      <h3 className="sw-form-head">近 12 个月收支</h3>
      <p className="sw-quiet">
        {incomeYear
          ? `已填入登记册 ${incomeYear} 年的收支，请按入户核实的情况修改。`
          : '登记册中没有这一户的收支，请按入户核实的情况填写。'}
      </p>
      <div className="sw-fields">
        {items(PERIOD)}
        {items(MONEY)}
      </div>
      <Computed lineYuan={detail.lineYuan} />
      <h3 className="sw-form-head">应对能力和风险</h3>
      <div className="sw-fields">{items(COPING_FIELDS)}</div>
    </>
  );
}

function isComplete(survey: Partial<Survey> | undefined): survey is Survey {
  return MONEY.every(({ name }) => typeof survey?.[name.slice('survey.'.length) as keyof Survey] === 'number');
}

function Computed({ lineYuan }: { lineYuan: number | undefined }) {
  const survey = Form.useWatch('survey') as Partial<Survey> | undefined;
  if (!isComplete(survey) || !survey.memberCount) {
    return <output className="sw-computed sw-quiet">填完收支和家庭人口后自动计算人均纯收入。</output>;
  }
  const perCapita = perCapitaFen(survey);
  const isBelow = lineYuan !== undefined && perCapita < lineYuan * 100;
  return (
    <output className="sw-computed">
      <div title="（四项收入 − 生产经营性支出）÷ 家庭人口">
        人均纯收入 <strong className={isBelow ? 'sw-tone-red' : ''}>{yuanText(perCapita)}</strong>
      </div>
      <div title="（纯收入 + 理赔收入 − 合规自付支出）÷ 家庭人口">
        扣除自付、加上理赔后人均 <strong>{yuanText(referencePerCapitaFen(survey))}</strong>
      </div>
      <div className="sw-quiet">
        监测范围 {lineYuan === undefined ? '未设定' : `${formatMoney(Math.round(lineYuan * 100))} 元`}
      </div>
    </output>
  );
}
