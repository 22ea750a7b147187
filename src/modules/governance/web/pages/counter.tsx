// 积分柜台: one household is found, gets points by one tap on a rule, spends them on goods; fit for a phone on the shop's counter.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { useConfirm } from '../../../../platform/web/confirm.ts';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { todayText } from '../../../../platform/web/form/index.ts';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { newRequestId } from '../../../../platform/web/request-id.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { readRecordKey } from '../../../households/domain/addresses.ts';
import { shownNumber } from '../../../households/domain/local-number.ts';
import { BOOK_RULES } from '../../domain/words.ts';
import { type Account, governance } from '../api.ts';
import '../governance.css';
import { AccountSide } from '../parts/account-side.tsx';
import { FindHousehold } from '../parts/find-household.tsx';
import { counterSearch } from '../searches.ts';

export function CounterPage() {
  const { search, change } = useAddress(counterSearch);
  const key = readRecordKey(search.household ?? '');
  return (
    <div className="sw-page">
      <PageTitle
        title="积分柜台"
        actions={key ? <Button onClick={() => change({ household: undefined })}>换一户</Button> : null}
      />
      {key ? <Counter {...key} /> : <FindHousehold onFound={(household) => change({ household })} />}
    </div>
  );
}

function Counter(key: { countyCode: number; id: number }) {
  const query = useQuery(governance.query.account.queryOptions({ input: key }));
  if (query.isPending) return <Loading rows={8} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <OneAccount account={query.data as Account} />;
}

/** Does it once, tells what came of it, and shows the account anew. */
function useDeed() {
  const { message } = App.useApp();
  const cache = useQueryClient();
  return async (work: () => Promise<unknown>, done: string) => {
    await work();
    void message.success(done);
    await cache.invalidateQueries({ queryKey: governance.query.key() });
  };
}

function OneAccount({ account }: { account: Account }) {
  const { headName, number, villageName, balance, available, scheme } = account;
  return (
    <>
      <Section title={`${headName}户`}>
        <p className="sw-quiet">
          {villageName} · 户 {shownNumber(number)}
        </p>
        <p className="governance-sums">
          <span>
            余额 <b>{formatCount(balance)}</b> 分
          </span>
          <span>
            可兑换 <b>{formatCount(Math.max(available, 0))}</b> 分
          </span>
        </p>
        <p className="sw-quiet">
          记分经另一人复核、满 {account.objectionDays} 天无异议后可以兑换。积分不是钱，不能提现。
        </p>
        {scheme ? null : <p className="sw-tone-orange">本嘎查村没有施行中的积分办法，不能记分和兑换。</p>}
      </Section>
      {scheme ? <Rules account={account} /> : null}
      {scheme ? <Goods account={account} /> : null}
      <AccountSide account={account} />
    </>
  );
}

function Rules({ account }: { account: Account }) {
  const confirm = useConfirm();
  const deed = useDeed();
  const may = useMay('governance.record');
  const [today] = useState(todayText);
  const { countyCode, id, headName } = account;
  const rules = account.rules.filter(({ ruleNumber }) => !BOOK_RULES.includes(ruleNumber));
  if (!may || rules.length === 0) return null;
  const ask = (rule: Account['rules'][number]) => {
    const isDeduction = rule.pointKind === 'deduction' || rule.points < 0;
    const points = `${isDeduction ? '扣' : '记'} ${Math.abs(rule.points)} 分`;
    const needs = rule.evidenceRequired ? `佐证要求：${rule.evidenceRequired}。记分后在积分记录里上传照片。` : '';
    const requestId = newRequestId();
    confirm({
      title: `给${headName}户${points}？`,
      what: `${rule.behaviour}。${needs}`,
      deed: points,
      danger: isDeduction,
      run: () =>
        deed(
          () => governance.client.record({ requestId, countyCode, id, ruleNumber: rule.ruleNumber, happenedOn: today }),
          `已${points}`,
        ),
    });
  };
  return (
    <Section title="记分">
      <div className="governance-taps">
        {rules.map((rule) => (
          <button
            key={rule.ruleNumber}
            type="button"
            className="governance-tap"
            disabled={rule.isUsedUp}
            onClick={() => ask(rule)}
          >
            <span>
              {rule.behaviour}
              {rule.frequencyLimit ? <small className="sw-quiet">（{rule.frequencyLimit}）</small> : null}
            </span>
            <b className={rule.pointKind === 'deduction' ? 'sw-tone-red' : ''}>
              {rule.isUsedUp ? '已记满' : `${rule.pointKind === 'deduction' ? '−' : '+'}${Math.abs(rule.points)}`}
            </b>
          </button>
        ))}
      </div>
    </Section>
  );
}

function Goods({ account }: { account: Account }) {
  const confirm = useConfirm();
  const deed = useDeed();
  const may = useMay('governance.spend');
  const { countyCode, id, headName, available, goods } = account;
  if (!may) return null;
  const ask = ({ goodsNumber, name, price, measure = '件' }: Account['goods'][number]) => {
    const requestId = newRequestId();
    confirm({
      title: `兑换 1 ${measure}${name}？`,
      what: `从${headName}户扣 ${price} 分，还可兑换 ${available - price} 分。请农牧户在兑换登记表上签收。`,
      deed: '兑换',
      run: () =>
        deed(() => governance.client.spend({ requestId, countyCode, id, goodsNumber, quantity: 1 }), `已兑换${name}`),
    });
  };
  return (
    <Section title="兑换">
      {goods.length === 0 ? <p className="sw-quiet">积分超市还没有上架物品。</p> : null}
      <div className="governance-taps">
        {goods.map((good) => (
          <button
            key={good.goodsNumber}
            type="button"
            className="governance-tap"
            disabled={good.stock < 1 || good.price > available}
            onClick={() => ask(good)}
          >
            <span>
              {good.name}
              <small className="sw-quiet">
                （剩 {formatCount(good.stock)} {good.measure ?? '件'}）
              </small>
            </span>
            <b>{good.price} 分</b>
          </button>
        ))}
      </div>
    </Section>
  );
}
