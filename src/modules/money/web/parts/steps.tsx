// The way of the money as a line of steps, with what is left between them.

import { Link } from '@tanstack/react-router';
import { formatMoney, moneyTitle } from '../../../../platform/web/numbers.ts';
import type { FlowRow } from '../api.ts';

type StepProps = { title: string; fen: number; rest?: { title: string; fen: number; basis: string }; to?: string };

function Step({ title, fen, rest, to }: StepProps) {
  const amount = (
    <span className="sw-money-amount" title={moneyTitle(fen)}>
      {formatMoney(fen, '万元')}
      <small>万元</small>
    </span>
  );
  return (
    <li>
      <span className="sw-stat-title">{title}</span>
      {to ? <Link to={to}>{amount}</Link> : amount}
      {rest ? (
        <span className={rest.fen > 0 ? 'sw-tone-orange' : 'sw-quiet'} title={rest.basis}>
          {rest.title} {formatMoney(rest.fen, '万元')}
        </span>
      ) : null}
    </li>
  );
}

/** `isCounty`: what was arranged above is not the county's to see. */
export function MoneySteps({ total, isCounty }: { total: FlowRow; isCounty: boolean }) {
  const waiting = { title: '待下达', fen: total.waitingFen, basis: '本级安排 + 收到上级 − 已下达给下级 − 本级已分配' };
  return (
    <ol className="sw-money-steps">
      {isCounty ? null : (
        <Step
          title={total.receivedFen > 0 ? '收到' : '安排'}
          fen={total.receivedFen || total.arrangedFen}
          rest={waiting}
        />
      )}
      <Step
        title={isCounty ? '收到' : '已下达到旗县'}
        fen={total.toCountyFen}
        rest={{ title: '待分配', fen: total.unallocatedFen, basis: '旗县收到 − 已分配到项目' }}
        to="/money/documents"
      />
      <Step
        title={`已分配到 ${total.projects} 个项目`}
        fen={total.allocatedFen}
        rest={{ title: '未支付', fen: total.unpaidFen, basis: '已分配到项目 − 已支付' }}
        to="/money/projects"
      />
      <Step title="已支付" fen={total.paidFen} to="/registers/fund-payments" />
    </ol>
  );
}
