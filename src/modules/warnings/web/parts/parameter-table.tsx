// Thresholds by region on a day: a region's own values stand out, inherited ones say where they come from.

import { useQuery } from '@tanstack/react-query';
import { DatePicker, Space, Tooltip } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { Block } from '../../../../platform/web/inspect/block.tsx';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatInstant } from '../../../../platform/web/numbers.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { PARAMETERS } from '../../../parameters/domain/parameters.ts';
import { parameters } from '../../../parameters/web/api.ts';
import { rulesSearch } from '../searches.ts';
import type { ParameterRegion, Parameters, ParameterValue } from '../types.ts';
import { ParameterDrawer, type ParameterPlace } from './parameter-drawer.tsx';
import { parameterValue } from './words.tsx';

export function ParameterTable() {
  const { code: area } = useArea();
  const { search, change } = useAddress(rulesSearch);
  const query = useQuery(parameters.query.parameters.queryOptions({ input: { area, on: search.on } }));
  const [open, setOpen] = useState<ParameterPlace>();
  if (query.isPending) return <Loading rows={10} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const { on, regions, history } = query.data;
  return (
    <>
      <Block
        title="执行的参数"
        extra={
          <Space>
            <span className="sw-quiet">旗县未设的执行盟市的值，盟市未设的执行自治区的值。执行日</span>
            <DatePicker
              size="small"
              aria-label="执行日"
              allowClear={false}
              value={dayjs(on)}
              onChange={(day) => change({ on: day?.format('YYYY-MM-DD') }, 'replace')}
            />
          </Space>
        }
      >
        <Values regions={regions} onOpen={setOpen} />
      </Block>
      <History history={history} />
      {open ? <ParameterDrawer place={open} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}

type ValuesProps = { regions: ParameterRegion[]; onOpen: (place: ParameterPlace) => void };

function Values({ regions, onOpen }: ValuesProps) {
  const maySave = useMay('parameters.save');
  return (
    <div className="sw-scroll sw-tall">
      <table className="sw-plain-table">
        <thead>
          <tr>
            <th scope="col">区域</th>
            {PARAMETERS.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {regions.map((region) => (
            <tr key={region.code}>
              <th scope="row">{region.name}</th>
              {region.values.map((value) => (
                <td key={value.key}>
                  <ValueCell region={region} value={value} onOpen={maySave ? onOpen : undefined} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type ValueCellProps = {
  region: ParameterRegion;
  value: ParameterValue;
  onOpen: ((place: ParameterPlace) => void) | undefined;
};

function ValueCell({ region, value, onOpen }: ValueCellProps) {
  const own = value.fromCode === region.code;
  const source = value.fromName
    ? `${own ? '本区域设定' : `执行${value.fromName}的值`}，${value.effectiveFrom} 起执行`
    : '未设定，执行程序默认值';
  const text = <span className={own ? 'sw-own' : 'sw-quiet'}>{parameterValue(value.key, value.value)}</span>;
  return (
    <Tooltip title={source}>
      {onOpen ? (
        <button
          type="button"
          className="sw-link"
          onClick={() => onOpen({ code: region.code, name: region.name, key: value.key, value: value.value })}
        >
          {text}
        </button>
      ) : (
        text
      )}
    </Tooltip>
  );
}

function History({ history }: { history: Parameters['history'] }) {
  const label = (key: string) => PARAMETERS.find((parameter) => parameter.key === key)?.label ?? key;
  return (
    <Block title="设定记录">
      <SmallTable
        label="设定记录"
        columns={[
          { key: 'from', title: '生效日期', render: ({ effectiveFrom }) => effectiveFrom, width: 106 },
          { key: 'region', title: '区域', render: ({ regionName }) => regionName, width: 140 },
          { key: 'parameter', title: '参数', render: ({ key }) => label(key), width: 230 },
          {
            key: 'value',
            title: '值',
            render: ({ key, value }) => parameterValue(key, value),
            width: 120,
            align: 'right',
          },
          { key: 'note', title: '依据', render: ({ note }) => note, width: 200 },
          { key: 'who', title: '设定人', render: ({ accountName }) => accountName, width: 100 },
          { key: 'at', title: '设定时间', render: ({ at }) => formatInstant(at), width: 136 },
        ]}
        rows={history}
        rowKey={({ regionCode, key, effectiveFrom }) => `${regionCode}-${key}-${effectiveFrom}`}
        none="还没有设定过参数"
      />
    </Block>
  );
}
