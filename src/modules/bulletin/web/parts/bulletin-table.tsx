// The regions of a bulletin by rank, and the shares of each step; every number opens its list.

import { formatRate, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { STEP_NAMES, STEPS, type Walk } from '../../../process/domain/steps.ts';
import type { Bulletin, BulletinRow } from '../api.ts';
import { FigureLink } from './figure-link.tsx';
import type { PeriodText } from './period.ts';

const LEVEL_NAMES: Record<Bulletin['level'], string> = { county: '旗县', township: '苏木乡镇', village: '嘎查村' };

function Share({ part, whole }: { part: number; whole: number }) {
  const { text, title } = formatRate(part, whole);
  return <span title={`${title} 户`}>{text}</span>;
}

type TableProps = { bulletin: Bulletin; period: PeriodText };

export function RankTable({ bulletin: { rows, total, level }, period }: TableProps) {
  return (
    <div className="sw-scroll">
      <table className="sw-plain-table sw-rank">
        <thead>
          <tr>
            <th scope="col">{LEVEL_NAMES[level]}</th>
            <th scope="col">名次</th>
            <th scope="col">按期办结率</th>
            <th scope="col">应办结（户）</th>
            <th scope="col">全部按期（户）</th>
            <th scope="col">正在办理（户）</th>
            <th scope="col">已逾期（户）</th>
            <th scope="col">已上提（户）</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">{row.name}</th>
              <RankCells row={row} period={period} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="sw-totals">
            <th scope="row">合计</th>
            <RankCells row={total} period={period} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function RankCells({ row, period }: { row: BulletinRow; period: PeriodText }) {
  const counted = [
    ['steps-done', row.done],
    ['steps-on-time', row.onTime],
    ['open', row.open],
    ['late', row.late],
    ['escalated', row.escalated],
  ] as const;
  return (
    <>
      <td>{row.rank ?? UNKNOWN}</td>
      <td>
        <Share part={row.onTime} whole={row.done} />
      </td>
      {counted.map(([figure, count]) => (
        <td key={figure}>
          <FigureLink list="cases" count={count} search={{ figure, ...period }} area={row.code} />
        </td>
      ))}
    </>
  );
}

export function StepTable({ bulletin: { rows, total, level }, period, walk }: TableProps & { walk: Walk }) {
  const steps = STEPS.filter((step) =>
    total.steps.some((each) => each.walk === walk && each.step === step && each.done > 0),
  );
  if (steps.length === 0) return <p className="sw-quiet">期内没有应办结的环节。</p>;
  return (
    <div className="sw-scroll">
      <table className="sw-plain-table sw-rank">
        <caption>按期办结率，括号内为该环节应办结的户数（含逾期未办结）</caption>
        <thead>
          <tr>
            <th scope="col">{LEVEL_NAMES[level]}</th>
            {steps.map((step) => (
              <th key={step} scope="col">
                {STEP_NAMES[step]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">{row.name}</th>
              <StepCells row={row} period={period} walk={walk} steps={steps} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="sw-totals">
            <th scope="row">合计</th>
            <StepCells row={total} period={period} walk={walk} steps={steps} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

type StepCellsProps = { row: BulletinRow; period: PeriodText; walk: Walk; steps: readonly (typeof STEPS)[number][] };

function StepCells({ row, period, walk, steps }: StepCellsProps) {
  return steps.map((step) => {
    const found = row.steps.find((each) => each.walk === walk && each.step === step);
    const { done, onTime } = found ?? { done: 0, onTime: 0 };
    return (
      <td key={step}>
        <Share part={onTime} whole={done} />
        {done > 0 ? (
          <>
            {' '}
            (
            <FigureLink
              list="cases"
              count={done}
              search={{ figure: `done.${walk}.${step}`, ...period }}
              area={row.code}
            />
            )
          </>
        ) : null}
      </td>
    );
  });
}
