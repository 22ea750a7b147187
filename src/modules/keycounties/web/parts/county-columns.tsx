// Columns of the tables of one key county.

import { StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { formatCount, formatMoney, moneyTitle } from '../../../../platform/web/numbers.ts';
import { PAIRING_KINDS } from '../../../pairing/domain/pairing-words.ts';
import { SERVICE_FORMS } from '../../domain/registers/specialist-service-register.ts';
import type { KeyCounty } from '../api.ts';

const wan = (fen: number | undefined) =>
  fen === undefined ? '' : <span title={moneyTitle(fen)}>{formatMoney(fen, '万元')}</span>;

export const PLAN_COLUMNS: ListColumn<KeyCounty['plans'][number]>[] = [
  { key: 'title', title: '方案', render: ({ title }) => title, width: 180 },
  { key: 'spell', title: '规划期', render: ({ startsOn, endsOn }) => `${startsOn} 至 ${endsOn}`, width: 190 },
  { key: 'goals', title: '目标', render: ({ goals }) => goals, width: 240 },
  { key: 'projects', title: '重点项目（个）', render: ({ projects }) => projects ?? '', width: 110, align: 'right' },
  { key: 'invest', title: '计划投资（万元）', render: ({ investFen }) => wan(investFen), width: 130, align: 'right' },
  {
    ...{ key: 'invested', title: '累计完成（万元）', width: 130, align: 'right' },
    render: ({ investedFen }) => wan(investedFen),
  },
  {
    ...{ key: 'progress', title: '最近进展', width: 220 },
    render: ({ period, progress }) => (period ? `${period}：${progress ?? ''}` : '没有报告'),
  },
  { key: 'approved', title: '批准日期', render: ({ approvedOn }) => approvedOn ?? '还没有批准', width: 110 },
];

export const FAVOUR_COLUMNS: ListColumn<KeyCounty['favours'][number]>[] = [
  {
    ...{ key: 'state', title: '今年', width: 90 },
    render: ({ deeds }) => <StateTag tone={deeds > 0 ? 'green' : 'orange'}>{deeds > 0 ? '有落实' : '未落实'}</StateTag>,
  },
  { key: 'gist', title: '要点', render: ({ gist }) => gist, width: 300 },
  {
    ...{ key: 'basis', title: '依据', width: 220 },
    render: ({ documentTitle, clauseNo }) => `${documentTitle} ${clauseNo}`,
  },
  { key: 'deeds', title: '落实（次）', render: ({ deeds }) => deeds, width: 90, align: 'right' },
  { key: 'confirmed', title: '旗县确认（次）', render: ({ confirmed }) => confirmed, width: 110, align: 'right' },
  { key: 'amount', title: '资金（万元）', render: ({ amountFen }) => wan(amountFen), width: 120, align: 'right' },
  { key: 'last', title: '最近落实', render: ({ lastOn }) => lastOn ?? '', width: 110 },
];

export const PAIR_COLUMNS: ListColumn<KeyCounty['pairs'][number]>[] = [
  { key: 'kind', title: '类型', render: ({ kind }) => PAIRING_KINDS[kind], width: 150 },
  { key: 'helper', title: '帮扶方', render: ({ helper }) => helper, width: 230 },
  { key: 'started', title: '开始日期', render: ({ startedOn }) => startedOn, width: 110 },
  { key: 'document', title: '文号', render: ({ documentNo }) => documentNo ?? '没有文号', width: 150 },
  { key: 'deeds', title: '本年帮扶（次）', render: ({ deeds }) => deeds, width: 110, align: 'right' },
  { key: 'money', title: '资金和物资（万元）', render: ({ moneyFen }) => wan(moneyFen), width: 140, align: 'right' },
  { key: 'last', title: '最近帮扶', render: ({ lastOn }) => lastOn ?? '没有', width: 110 },
];

export const TEAM_COLUMNS: ListColumn<KeyCounty['teamsOf'][number]>[] = [
  { key: 'name', title: '特派团', render: ({ name }) => name, width: 180 },
  { key: 'head', title: '团长', render: ({ head }) => head ?? '没有登记', width: 100 },
  { key: 'industry', title: '服务产业', render: ({ industry }) => industry, width: 150 },
  {
    ...{ key: 'members', title: '在派 / 核定（人）', width: 130, align: 'right' },
    render: ({ members, planned }) => `${members} / ${planned}`,
  },
  {
    ...{ key: 'spell', title: '期限', width: 190 },
    render: ({ formedOn, endedOn }) => `${formedOn} 至 ${endedOn ?? '今'}`,
  },
];

export const SPECIALIST_COLUMNS: ListColumn<KeyCounty['specialistsOf'][number]>[] = [
  { key: 'name', title: '特派员', render: ({ name }) => name, width: 90 },
  { key: 'team', title: '特派团', render: ({ team }) => team ?? '没有填写', width: 160 },
  { key: 'unit', title: '派出单位', render: ({ unit }) => unit ?? '', width: 200 },
  { key: 'title', title: '职称', render: ({ title }) => title ?? '', width: 110 },
  { key: 'profession', title: '专业', render: ({ profession }) => profession ?? '', width: 120 },
  { key: 'posted', title: '选派日期', render: ({ postedOn }) => postedOn, width: 110 },
  { key: 'days', title: '本年服务（天）', render: ({ days }) => formatCount(days), width: 110, align: 'right' },
  { key: 'last', title: '最近服务', render: ({ lastOn }) => lastOn ?? '没有', width: 110 },
];

export const SERVICE_COLUMNS: ListColumn<KeyCounty['services'][number]>[] = [
  { key: 'on', title: '日期', render: ({ servedOn }) => servedOn, width: 110 },
  { key: 'name', title: '特派员', render: ({ name }) => name, width: 90 },
  { key: 'place', title: '地点', render: ({ place }) => place, width: 120 },
  { key: 'form', title: '形式', render: ({ form }) => SERVICE_FORMS[form], width: 90 },
  { key: 'content', title: '内容', render: ({ content }) => content, width: 280 },
  { key: 'people', title: '受益（人次）', render: ({ people }) => people ?? '', width: 100, align: 'right' },
  { key: 'result', title: '成果', render: ({ result }) => result ?? '', width: 200 },
];
