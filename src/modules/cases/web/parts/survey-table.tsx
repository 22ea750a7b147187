// The survey of a case as a table; the second beside the first, with what has changed marked.

import { formatMoney, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { Empty } from '../../../../platform/web/states.tsx';
import {
  INCOME_FIELDS,
  INCOME_NAMES,
  netFen,
  perCapitaFen,
  QUESTION_NAMES,
  QUESTIONS,
  referencePerCapitaFen,
  type Survey,
} from '../../domain/survey.ts';
import { COPING_NAMES } from '../../domain/words.ts';
import type { CaseDetail } from '../types.ts';
import { surveysOf } from './case-reading.ts';
import { risksText } from './words.tsx';

type Line = {
  label: string;
  text: (survey: Survey) => string;
  basis?: string;
  /** Amounts stand to the right. */
  isMoney?: boolean;
};

const money = (label: string, of: (survey: Survey) => number, basis?: string): Line => ({
  label,
  text: (survey) => formatMoney(of(survey)),
  isMoney: true,
  ...(basis ? { basis } : {}),
});

const GROUPS: { title: string; lines: Line[] }[] = [
  {
    title: '三保障和饮水安全',
    lines: QUESTIONS.map((question) => ({
      label: QUESTION_NAMES[question],
      text: (survey) => (survey[question] ? '是' : '否'),
    })),
  },
  {
    title: '近 12 个月收支（元）',
    lines: [
      { label: '收支期间', text: ({ from, until }) => `${from} 至 ${until}` },
      { label: '家庭人口', text: ({ memberCount }) => `${memberCount} 人` },
      ...INCOME_FIELDS.map((field) => money(INCOME_NAMES[field], (survey) => survey[field])),
      money('生产经营性支出', ({ businessCostFen }) => businessCostFen),
      money('纯收入', netFen, '四项收入 − 生产经营性支出'),
      money('人均纯收入', perCapitaFen, '纯收入 ÷ 家庭人口'),
      money('理赔收入', ({ claimFen }) => claimFen),
      money('合规自付支出', ({ selfPaidFen }) => selfPaidFen),
      money('扣除自付、加上理赔后人均', referencePerCapitaFen, '（纯收入 + 理赔收入 − 合规自付支出）÷ 家庭人口'),
    ],
  },
  {
    title: '应对能力和风险',
    lines: [
      { label: '自主应对能力', text: ({ coping }) => COPING_NAMES[coping] },
      { label: '整户无劳动能力', text: ({ noLabour }) => (noLabour ? '是' : '否') },
      { label: '风险类型', text: ({ risks }) => risksText(risks) },
      { label: '突出困难', text: ({ hardship }) => hardship || UNKNOWN },
    ],
  },
];

export function SurveyTable({ detail }: { detail: CaseDetail }) {
  const { identification: first, clearing: second } = surveysOf(detail);
  if (!first) return <Empty what="还没有核实表" hint="入户核实后填写的内容会列在这里。" />;
  return (
    <div className="sw-scroll">
      <table className="sw-plain-table sw-survey">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">识别时</th>
            {second ? <th scope="col">风险消除时</th> : null}
          </tr>
        </thead>
        {GROUPS.map((group) => (
          <tbody key={group.title}>
            <tr>
              <th scope="colgroup" colSpan={second ? 3 : 2} className="sw-survey-group">
                {group.title}
              </th>
            </tr>
            {group.lines.map((line) => (
              <SurveyLine key={line.label} line={line} first={first} second={second} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function SurveyLine({ line, first, second }: { line: Line; first: Survey; second: Survey | undefined }) {
  const before = line.text(first);
  const after = second ? line.text(second) : undefined;
  const changed = after !== undefined && after !== before;
  const align = line.isMoney ? 'sw-amount' : '';
  return (
    <tr>
      <th scope="row" title={line.basis}>
        {line.basis ? <span className="sw-derived">{line.label}</span> : line.label}
      </th>
      <td className={align}>{before}</td>
      {after === undefined ? null : (
        <td className={`${align} ${changed ? 'sw-changed' : ''}`}>
          {after}
          {changed ? <span className="sw-quiet"> 有变化</span> : null}
        </td>
      )}
    </tr>
  );
}
