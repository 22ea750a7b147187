// 乡镇审核意见 and 旗县审定名单.

import { BLANK, type Block, fact, type OfficialDocument, paragraph } from '../../../../kernel/papers/model.ts';
import { countyAuthority, dayTextWords, dayWords, townshipAuthority } from '../../../../kernel/papers/wording.ts';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import { CATEGORY_NAMES, type Category, type Risk } from '../../../cases/domain/words.ts';
import type { Walk } from '../../../process/domain/steps.ts';
import { type CaseView, countOn, lastOn } from './case-view.ts';
import { categoryFact, householdFacts, risksWords } from './household-parts.ts';

function reviewWords(view: CaseView, walk: Walk): string {
  const review = lastOn(view, 'review', walk)?.detail;
  if (!review) return '';
  return `${dayTextWords(review.heldOn)}召开民主评议会，参会 ${review.attendees.length} 人，同意 ${review.votesFor} 票，评议${review.passed ? '通过' : '未通过'}。`;
}

function noticeWords(view: CaseView, walk: Walk): string {
  const notices = view.notices.filter((notice) => notice.walk === walk);
  const last = notices.at(-1);
  if (!last) return '';
  const objections = countOn(view, 'object', walk);
  const heard = objections === 0 ? '公示期内没有收到异议。' : `公示期内收到异议 ${objections} 条，均已处理。`;
  return `${dayWords(last.from)}至${dayWords(last.until)}进行公示，${heard}`;
}

export function buildTownshipOpinion(view: CaseView, walk: Walk): OfficialDocument {
  const action = lastOn(view, 'pass-township', walk);
  if (!action) throw new Error('an opinion needs a township review');
  const { opinion, spotChecked } = action.detail;
  const matter = walk === 'identification' ? '纳入监测对象' : '标注风险消除';
  const course = [reviewWords(view, walk), noticeWords(view, walk)].filter((words) => words !== '');
  return {
    title: walk === 'identification' ? '监测对象乡镇审核意见' : '监测对象风险消除乡镇审核意见',
    blocks: [
      {
        kind: 'paragraph',
        as: 'to',
        text: `${countyAuthority(view.place.county, view.standing.template.countyIssuer)}:`,
      },
      paragraph(`${view.place.village}上报的${view.household.headName}户${matter}的材料收悉。经审核，意见如下。`),
      householdFacts(view, [
        categoryFact(view),
        fact('风险类型', risksWords(view.standing.risks)),
        fact('实地核查', spotChecked ? '已实地核查' : '未实地核查', true),
      ]),
      { kind: 'heading', text: '一、办理经过' },
      ...(course.length === 0 ? [paragraph(BLANK)] : course.map(paragraph)),
      { kind: 'heading', text: '二、审核意见' },
      paragraph(opinion),
      { kind: 'signatures', lines: [{ label: '审核人（签字）' }, { label: '负责人（签字）' }] },
      { kind: 'closing', issuer: townshipAuthority(view.place.township), day: dayWords(action.on) },
    ],
  };
}

export type ApprovalRow = {
  headName: string;
  township: string;
  village: string;
  memberCount: number;
  category: Category | undefined;
  risks: Risk[];
};

export type ApprovalList = {
  walk: Walk;
  county: string;
  /** Where the template names it. */
  issuer?: string | undefined;
  on: PlainDate;
  number: string;
  rows: ApprovalRow[];
  /** Said once, where the list is of one household. */
  opinion?: string;
};

function approvalTable(rows: readonly ApprovalRow[]): Block {
  return {
    kind: 'table',
    columns: [
      { title: '序号', share: 10, align: 'center' },
      { title: '户主姓名', share: 16, align: 'center' },
      { title: '苏木乡镇、嘎查村', share: 27, align: 'center' },
      { title: '人口', share: 10, align: 'center' },
      { title: '监测对象类别', share: 20, align: 'center' },
      { title: '风险类型', share: 18, align: 'center' },
    ],
    rows: rows.map(({ headName, township, village, memberCount, category, risks }, i) => [
      String(i + 1),
      headName,
      [township, village].filter((each) => each !== '').join(' '),
      String(memberCount),
      category ? CATEGORY_NAMES[category] : BLANK,
      risksWords(risks),
    ]),
  };
}

/** A list of all households a county decided on in a day, or of one. */
export function buildApprovalList({ walk, county, issuer, on, number, rows, opinion }: ApprovalList): OfficialDocument {
  const people = rows.reduce((sum, { memberCount }) => sum + memberCount, 0);
  const decided = walk === 'identification' ? '审定纳入监测对象' : '审定风险消除';
  return {
    title: walk === 'identification' ? '监测对象审定名单' : '监测对象风险消除审定名单',
    ...(number === '' ? {} : { number }),
    blocks: [
      paragraph(`经审核，${dayWords(on)}${decided} ${rows.length} 户 ${people} 人，名单如下。`),
      approvalTable(rows),
      ...(opinion ? [paragraph(`审定意见：${opinion}`)] : []),
      { kind: 'closing', issuer: countyAuthority(county, issuer), day: dayWords(on) },
    ],
  };
}

export function buildApproval(view: CaseView, walk: Walk): OfficialDocument {
  const action = walk === 'identification' ? lastOn(view, 'approve') : lastOn(view, 'clear', walk);
  if (!action) throw new Error('an approval list needs a decision');
  const { household, place, standing } = view;
  return buildApprovalList({
    walk,
    county: place.county,
    issuer: standing.template.countyIssuer,
    on: action.on,
    number: action.detail.documentNumber,
    opinion: action.detail.opinion,
    rows: [
      {
        headName: household.headName,
        township: place.township,
        village: place.village,
        memberCount: household.memberCount,
        category: view.category,
        risks: standing.risks,
      },
    ],
  });
}
