// 经营主体带动情况: firms, cooperatives and farms of the area by whether they kept their word.

import { useNavigate } from '@tanstack/react-router';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { formatCount, formatMoney, formatRate } from '../../../../platform/web/numbers.ts';
import { FormsMenu } from '../../../../platform/web/papers/forms-menu.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { recognitionRegister } from '../../../industry/domain/registers/recognition-register.ts';
import { ORGANISATION_KINDS } from '../../../organisations/domain/organisation-register.ts';
import { entityPath } from '../../domain/addresses.ts';
import { FORM_NAMES } from '../../domain/form-words.ts';
import { type EntityLine, linkage } from '../api.ts';
import { entitiesSearch } from '../searches.ts';

const TITLES: Readonly<Record<string, string>> = recognitionRegister.fields.title.values ?? {};

const FILTERS: ListFilter[] = [
  { kind: 'text', key: 'text', label: '查找', placeholder: '名称或单位代码' },
  {
    ...{ kind: 'choice', key: 'look', label: '看什么' },
    choices: [
      { value: 'unpaid', label: '没有兑现或部分兑现' },
      { value: 'idle', label: '扶持中没有带动' },
      { value: 'titled', label: '有称号' },
    ],
  },
];

const count = (key: 'contracts' | 'households' | 'partly', title: string): ListColumn<EntityLine> => ({
  ...{ key, title, width: 100, align: 'right' },
  render: (row) => formatCount(row[key]),
});

const COLUMNS: ListColumn<EntityLine>[] = [
  { key: 'name', title: '经营主体', render: ({ name }) => name, width: 200, always: true },
  { key: 'kind', title: '类别', render: ({ kind }) => (kind ? ORGANISATION_KINDS[kind] : '没有登记'), width: 120 },
  {
    ...{ key: 'titles', title: '称号', width: 180 },
    render: ({ titles }) => titles.map((title) => TITLES[title] ?? title).join('、'),
  },
  {
    ...{ key: 'supported', title: '扶持', width: 100 },
    render: ({ supported, contracts }) =>
      supported ? <StateTag tone={contracts === 0 ? 'orange' : 'green'}>扶持中</StateTag> : null,
  },
  count('contracts', '协议（份）'),
  count('households', '带动（户）'),
  {
    ...{ key: 'unpaid', title: '没有兑现', width: 100, align: 'right' },
    render: ({ unpaid }) => (unpaid > 0 ? <StateTag tone="red">{formatCount(unpaid)}</StateTag> : '0'),
  },
  count('partly', '部分兑现'),
  {
    ...{ key: 'promised', title: '约定（万元）', width: 120, align: 'right' },
    render: ({ promisedFen }) => formatMoney(promisedFen, '万元'),
  },
  {
    ...{ key: 'share', title: '兑现率', width: 90, align: 'right' },
    render: ({ promisedFen, paidFen }) => formatRate(paidFen, promisedFen).text,
  },
  { key: 'code', title: '单位代码', render: ({ code }) => code, width: 190 },
];

export function EntitiesPage() {
  const { code: area } = useArea();
  const navigate = useNavigate();
  return (
    <ListPage
      id="linkage.entities"
      title="经营主体带动情况"
      unit="个"
      search={entitiesSearch}
      filters={FILTERS}
      columns={COLUMNS}
      rowKey={({ code }) => code}
      queryKey={linkage.query.entities.key()}
      fetch={({ sort: _sort, ...asked }, area, signal) => linkage.client.entities({ ...asked, area }, { signal })}
      onOpen={({ code }) => void navigate({ to: entityPath(code) })}
      actions={<FormsMenu operation="linkage.form" path="linkage/forms" names={FORM_NAMES} query={{ area }} />}
      emptyHint="协议和称号里还没有填写单位代码的经营主体。"
    />
  );
}
