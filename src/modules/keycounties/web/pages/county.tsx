// One key county: titles, plan, policies in its favour, who is paired with it, its specialists, and its figures.

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { DetailPage, Facts, Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import { DayInput } from '../../../../platform/web/form/index.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatMoney } from '../../../../platform/web/numbers.ts';
import { narrowedTo } from '../../../../platform/web/registers/register-filters.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { pairingPath } from '../../../pairing/domain/addresses.ts';
import { DESIGNATION_NAMES } from '../../../regions/domain/designations.ts';
import { type KeyCounty, keycounties } from '../api.ts';
import { ConcernTable } from '../parts/concern-table.tsx';
import {
  FAVOUR_COLUMNS,
  PAIR_COLUMNS,
  PLAN_COLUMNS,
  SERVICE_COLUMNS,
  SPECIALIST_COLUMNS,
  TEAM_COLUMNS,
} from '../parts/county-columns.tsx';
import { COUNTY_FIGURES, FigurePanel } from '../parts/figure-panel.tsx';
import { keyCountySearch } from '../searches.ts';

export function CountyPage() {
  const { county = '' }: { county?: string } = useParams({ strict: false });
  const { search, change } = useAddress(keyCountySearch);
  const query = useQuery(
    keycounties.query.county.queryOptions({ input: { county: Number(county), asOf: search.asOf } }),
  );
  if (query.isPending) return <Loading rows={12} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <OneCounty
      one={query.data}
      day={
        <DayInput
          value={search.asOf ?? query.data.asOf}
          onChange={(asOf) => change({ asOf: asOf || undefined }, 'replace')}
        />
      }
    />
  );
}

/** To the rows of a register in the county. */
function Rows({ code, county, children }: { code: string; county: number; children: string }) {
  return (
    <Link to="/registers/$code" params={{ code }} search={(old: object) => ({ ...old, area: county })}>
      <Button size="small">{children}</Button>
    </Link>
  );
}

const spell = ({ from, until, documentNo }: KeyCounty['designations'][number]) =>
  `${from ?? '一直'} 至 ${until ?? '今'}${documentNo ? `（${documentNo}）` : ''}`;

function OneCounty({ one, day }: { one: KeyCounty; day: React.ReactNode }) {
  const { code, name, titles, asOf } = one;
  return (
    <DetailPage
      title={name}
      state={titles.map((title) => <StateTag key={title}>{DESIGNATION_NAMES[title]}</StateTag>)}
      note={`截至 ${asOf}`}
      listPath="/key-counties"
      actions={day}
    >
      <Section title="指标">
        <FigurePanel area={code} day={asOf} ids={COUNTY_FIGURES} />
        <Facts
          facts={[
            { label: '联系领导', value: `${one.leaders} 人` },
            { label: '包联国企', value: `${one.soes} 家` },
            { label: '民营企业', value: `${one.firms} 家` },
            { label: '包村单位', value: `${one.units} 家` },
            { label: '特派员', value: `${one.specialists} 人，核定 ${one.planned} 人` },
            { label: '本年服务', value: `${formatCount(one.serviceDays)} 人天，${one.served} 人有服务` },
            {
              label: '本年发放小额信贷',
              value: `${formatCount(one.loans)} 笔，${formatMoney(one.loansFen, '万元')} 万元`,
            },
            ...one.designations.map((title) => ({ label: DESIGNATION_NAMES[title.title], value: spell(title) })),
          ]}
        />
      </Section>
      {one.concerns.length > 0 ? (
        <Section title="需要核对">
          <ConcernTable rows={one.concerns} />
        </Section>
      ) : null}
      <Promised one={one} />
      <Helped one={one} />
    </DetailPage>
  );
}

/** What the county was promised: its plan, and the clauses in its favour with what was done under each. */
function Promised({ one: { code, plans, favours, clauses, clausesDone } }: { one: KeyCounty }) {
  const navigate = useNavigate();
  return (
    <>
      <Section
        title="实施方案"
        extra={
          <Rows code="key-county-reports" county={code}>
            登记进展
          </Rows>
        }
      >
        <SmallTable
          label="实施方案"
          columns={PLAN_COLUMNS}
          rows={plans}
          rowKey={({ number }) => number}
          onOpen={({ number }) =>
            void navigate({
              ...{ to: '/registers/$code', params: { code: 'key-county-plans' } },
              search: (old: object) => ({ ...old, text: number }),
            })
          }
          none="没有登记实施方案。"
        />
      </Section>
      <Section
        title={`倾斜政策：今年落实 ${clausesDone} / ${clauses} 项`}
        extra={
          <Rows code="key-county-favours" county={code}>
            登记落实
          </Rows>
        }
      >
        <SmallTable
          label="倾斜政策"
          columns={FAVOUR_COLUMNS}
          rows={favours}
          rowKey={({ documentNumber, clauseNo }) => `${documentNumber} ${clauseNo}`}
          onOpen={({ documentNumber, clauseNo }) =>
            void navigate({
              ...{ to: '/registers/$code', params: { code: 'key-county-favours' } },
              search: (old: object) => ({ ...old, ...narrowedTo({ documentNumber, clauseNo }), area: code }),
            })
          }
          none="没有适用的倾斜政策。条款在“政策条款”台账登记，条款集选“重点旗县倾斜政策”。"
        />
      </Section>
    </>
  );
}

/** Who helps: pairs of the county itself, teams and specialists, what they did. */
function Helped({ one }: { one: KeyCounty }) {
  const navigate = useNavigate();
  const { code, pairs, teamsOf, specialistsOf, services } = one;
  return (
    <>
      <Section title="包联和结对">
        <SmallTable
          label="包联和结对"
          columns={PAIR_COLUMNS}
          rows={pairs}
          rowKey={({ number }) => number}
          onOpen={({ number }) => void navigate({ to: pairingPath(number) })}
          none="没有结对到旗县本级的帮扶方。"
        />
      </Section>
      <Section
        title="科技特派团和特派员"
        extra={
          <Rows code="specialist-teams" county={code}>
            办理特派团
          </Rows>
        }
      >
        <SmallTable
          label="科技特派团"
          columns={TEAM_COLUMNS}
          rows={teamsOf}
          rowKey={(team) => `${team.name} ${team.formedOn}`}
          none="没有在期的特派团。"
        />
        <SmallTable
          label="科技特派员"
          columns={SPECIALIST_COLUMNS}
          rows={specialistsOf}
          rowKey={({ number, team, postedOn }) => `${number} ${team ?? ''} ${postedOn}`}
          onOpen={({ number }) =>
            void navigate({
              ...{ to: '/registers/$code', params: { code: 'specialist-services' } },
              search: (old: object) => ({ ...old, ...narrowedTo({ cadreNumber: number }), area: code }),
            })
          }
          none="没有在派的特派员。"
        />
      </Section>
      <Section
        title="本年服务"
        extra={
          <Rows code="specialist-services" county={code}>
            登记服务
          </Rows>
        }
      >
        <SmallTable
          label="本年服务"
          columns={SERVICE_COLUMNS}
          rows={services}
          rowKey={({ servedOn, name, place }) => `${servedOn} ${name} ${place}`}
          none="今年没有服务日志。"
        />
      </Section>
    </>
  );
}
