// What a trial would change, county by county; counties it does not change are summed up in one line.

import { formatCount } from '../../../../platform/web/numbers.ts';
import type { CountyEffect } from '../types.ts';

type EffectTableProps = { asOf: string; counties: CountyEffect[] };

export function EffectTable({ asOf, counties }: EffectTableProps) {
  const moved = counties.filter(({ gained, lost }) => gained > 0 || lost > 0);
  const sum = (pick: (county: CountyEffect) => number) => counties.reduce((all, county) => all + pick(county), 0);
  const still = counties.length - moved.length;
  return (
    <div className="sw-scroll sw-tall">
      <table className="sw-plain-table">
        <caption>按 {asOf} 筛查的数据（单位：户）</caption>
        <thead>
          <tr>
            <th scope="col">旗县</th>
            <th scope="col">现有预警</th>
            <th scope="col">增加</th>
            <th scope="col">减少</th>
            <th scope="col">试算后</th>
          </tr>
        </thead>
        <tbody>
          {moved.map(({ code, name, before, after, gained, lost }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              <td>{formatCount(before)}</td>
              <td>{formatCount(gained)}</td>
              <td>{formatCount(lost)}</td>
              <td>{formatCount(after)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="sw-totals">
            <th scope="row">合计</th>
            <td>{formatCount(sum(({ before }) => before))}</td>
            <td>{formatCount(sum(({ gained }) => gained))}</td>
            <td>{formatCount(sum(({ lost }) => lost))}</td>
            <td>{formatCount(sum(({ after }) => after))}</td>
          </tr>
        </tfoot>
      </table>
      {still > 0 ? <p className="sw-quiet">{still} 个旗县没有变化，已计入合计。</p> : null}
    </div>
  );
}
