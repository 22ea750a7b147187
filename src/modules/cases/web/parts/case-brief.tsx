// What somebody who decides has to know of a household: found by whom, income against the line, what was said and voted.

import { Image } from 'antd';
import { departmentName } from '../../../../kernel/departments.ts';
import { placeWords } from '../../../../kernel/field/gcj.ts';
import { type Fact, Facts } from '../../../../platform/web/detail-page.tsx';
import { formatMoney, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { CHANNEL_NAMES } from '../../../clues/domain/words.ts';
import { householdPath } from '../../../households/domain/addresses.ts';
import { ACTIONS } from '../../domain/actions.ts';
import { casePath } from '../../domain/addresses.ts';
import { perCapitaFen, referencePerCapitaFen, type Survey, shortcomings, TROUBLE_NAMES } from '../../domain/survey.ts';
import { CATEGORY_NAMES, COPING_NAMES } from '../../domain/words.ts';
import type { CaseDetail } from '../types.ts';
import { surveysOf, walkOf } from './case-reading.ts';
import { CluesOfCase } from './clues-of-case.tsx';
import { risksText, yuanText } from './words.tsx';

function surveyFacts(survey: Survey, lineYuan: number | undefined): Fact[] {
  const open = shortcomings(survey);
  const line = lineYuan === undefined ? '监测范围未设定' : `监测范围 ${formatMoney(Math.round(lineYuan * 100))} 元`;
  return [
    {
      label: '人均纯收入',
      value: `${yuanText(perCapitaFen(survey))}，${line}`,
      basis: '（四项收入 − 生产经营性支出）÷ 家庭人口',
    },
    { label: '扣除自付后人均', value: yuanText(referencePerCapitaFen(survey)) },
    {
      label: '三保障和饮水',
      value: open.length === 0 ? '没有问题' : open.map((question) => TROUBLE_NAMES[question]).join('、'),
    },
    { label: '自主应对能力', value: `${COPING_NAMES[survey.coping]}${survey.noLabour ? '，整户无劳动能力' : ''}` },
    { label: '风险类型', value: risksText(survey.risks) },
    { label: '突出困难', value: survey.hardship || UNKNOWN },
  ];
}

function recordedText(detail: CaseDetail, kind: string, words: (of: Record<string, unknown>) => string) {
  const found = detail.timeline.findLast((action) => action.kind === kind && !action.recalled);
  return found ? words(found.detail) : UNKNOWN;
}

/** As maps of this country show it. */
function placeText({ longitude, latitude }: Record<string, unknown>): string {
  return typeof longitude === 'number' && typeof latitude === 'number' ? placeWords({ longitude, latitude }) : UNKNOWN;
}

function votesText({ votesFor, votesAgainst, abstained }: Record<string, unknown>): string {
  return `同意 ${votesFor} 票，不同意 ${votesAgainst} 票，弃权 ${abstained} 票`;
}

function objectionsText({ objections, notices }: CaseDetail): string {
  if (notices.length === 0) return '尚未公示';
  return objections.length === 0 ? '没有异议' : `异议 ${objections.length} 条`;
}

function suggestionFact({ suggestion }: CaseDetail): Fact {
  return {
    label: '建议类别',
    value: suggestion?.category ? CATEGORY_NAMES[suggestion.category] : '不符合任何一类',
    ...(suggestion ? { basis: suggestion.reasons.join('；') } : {}),
  };
}

function comparisonText({ requested, replies, timeline }: CaseDetail): string {
  if (requested.length === 0) {
    const found = timeline.findLast(({ kind, recalled }) => kind === 'compare' && !recalled)?.detail.withoutReply;
    return found ? `未经部门回复：${String(found)}` : '没有发起比对';
  }
  return requested
    .map((department) => {
      const reply = replies.find((each) => each.department === department);
      if (!reply) return `${departmentName(department)}：未回复`;
      return `${departmentName(department)}：${reply.hits.join('、') || '没有命中'}${reply.note ? `（${reply.note}）` : ''}`;
    })
    .join('；');
}

/** In a window of their own: what is being decided stays open. */
function BriefLinks({ detail: { countyCode, id, householdId } }: { detail: CaseDetail }) {
  return (
    <>
      <a href={casePath({ countyCode, id })} target="_blank" rel="noreferrer">
        个案
      </a>{' '}
      <a href={householdPath({ countyCode, id: householdId })} target="_blank" rel="noreferrer">
        农牧户
      </a>
    </>
  );
}

/** Photos of the visit, the meeting and the notice, and the authorisation. */
function BriefPhotos({ detail: { countyCode, id, files, timeline } }: { detail: CaseDetail }) {
  const inForce = new Set(timeline.filter(({ recalled }) => !recalled).map(({ seq }) => seq));
  const shown = files.filter(({ seq }) => inForce.has(seq));
  if (shown.length === 0) return <p className="sw-quiet">没有照片和授权书。</p>;
  const titleOf = (seq: number) => {
    const action = timeline.find((each) => each.seq === seq);
    return action ? ACTIONS[action.kind].title : '附件';
  };
  return (
    <div className="sw-photos">
      <Image.PreviewGroup>
        {shown.map((file) => (
          <figure key={file.id}>
            <Image alt={file.name} height={72} src={`/api/cases/${countyCode}/${id}/files/${file.id}`} />
            <figcaption className="sw-quiet">{titleOf(file.seq)}</figcaption>
          </figure>
        ))}
      </Image.PreviewGroup>
    </div>
  );
}

/** On the way out the category is settled; what is decided is whether every condition is met. */
function conditionsFact({ conditions }: CaseDetail): Fact {
  const unmet = conditions.filter(({ met }) => !met).map(({ label }) => label);
  return {
    label: '消除条件',
    value: unmet.length === 0 ? `${conditions.length} 项均已具备` : `不具备：${unmet.join('、')}`,
    basis: conditions.map(({ label, fact }) => `${label}：${fact}`).join('；'),
  };
}

export function CaseBrief({ detail }: { detail: CaseDetail }) {
  const walk = walkOf(detail);
  const survey = surveysOf(detail)[walk];
  const { areaNames, memberCount, lifted } = detail;
  const facts: Fact[] = [
    { label: '所在地', value: areaNames.slice(-2).join(' / ') },
    { label: '家庭', value: `${memberCount} 人，${lifted ? '脱贫户' : '一般农户'}` },
    { label: '发现渠道', value: CHANNEL_NAMES[detail.channel] },
    walk === 'clearing' ? conditionsFact(detail) : suggestionFact(detail),
    ...(survey ? surveyFacts(survey, detail.lineYuan) : []),
    { label: '核实结论', value: recordedText(detail, 'verify', ({ finding }) => String(finding)), wide: true },
    { label: '入户位置', value: recordedText(detail, 'verify', placeText) },
    { label: '民主评议', value: recordedText(detail, 'review', votesText) },
    { label: '信息比对', value: comparisonText(detail), wide: true },
    { label: '公示', value: objectionsText(detail) },
    { label: '详细', value: <BriefLinks detail={detail} /> },
  ];
  return (
    <div className="sw-brief">
      <CluesOfCase detail={detail} />
      <Facts facts={facts} />
      <BriefPhotos detail={detail} />
    </div>
  );
}
