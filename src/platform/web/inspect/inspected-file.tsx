// What the program takes each column of a file for, and the first rows as they stand in it. Where the caller keeps `names`, what no
// column is called can be said by hand.

import { Alert, Select } from 'antd';
import type { InspectedTable } from '../../../kernel/tables/inspected-table.ts';
import { StateTag } from '../detail-page.tsx';
import { formatBytes, formatCount, UNKNOWN } from '../numbers.ts';

const ENCODINGS = { 'utf-8': 'UTF-8', gb18030: 'GB18030' } as const;

/** Where the table was found: 工作表“明细”第 3 行. */
export function aboutFile({ format, encoding, byteSize, sheet, headerLine }: InspectedTable): string {
  const written = format === 'xlsx' ? 'Excel 工作簿' : `CSV（${ENCODINGS[encoding]}）`;
  const place = sheet === undefined ? '' : `工作表“${sheet}”`;
  return `${written}，${formatBytes(byteSize)}，表头在${place}第 ${headerLine} 行`;
}

/** The file's columns by the wanted ones they stand for, as somebody said, now or for an earlier file. */
export type NamedByHand = {
  names: ReadonlyMap<string, string>;
  /** Wanted columns whose name comes from an earlier file. */
  remembered: ReadonlySet<string>;
  onName: (column: string, header: string | undefined) => void;
  busy: boolean;
};

type InspectedFileProps = {
  file: InspectedTable;
  /** What the wanted columns belong to: 登记册, 数据种类. */
  wanted: string;
  byHand?: NamedByHand;
};

export function InspectedFile({ file, wanted, byHand }: InspectedFileProps) {
  const { columns, unknown, problem, sample } = file;
  return (
    <>
      {problem ? <Alert className="sw-alert" type="error" showIcon title={problem} role="alert" /> : null}
      {!problem && unknown.length > 0 ? (
        <Alert
          className="sw-alert"
          type="warning"
          showIcon
          title={`文件中有${wanted}不用的列，导入时忽略：${unknown.join('、')}`}
        />
      ) : null}
      {columns.length > 0 ? (
        <div className="sw-scroll">
          <table className="sw-plain-table">
            <caption>列的对应关系</caption>
            <thead>
              <tr>
                <th scope="col">{wanted}的列</th>
                {columns.map(({ title, required }) => (
                  <th key={title} scope="col">
                    {title}
                    {required ? ' *' : ''}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">文件中的列</th>
                {columns.map((column) => (
                  <td key={column.title}>
                    <FileColumn column={column} unknown={unknown} byHand={byHand} />
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        </div>
      ) : null}
      {sample.rows.length > 0 ? <SampleRows {...sample} /> : null}
    </>
  );
}

type FileColumnProps = {
  column: InspectedTable['columns'][number];
  unknown: readonly string[];
  byHand: NamedByHand | undefined;
};

function FileColumn({ column: { title, required, header }, unknown, byHand }: FileColumnProps) {
  const isByHand = byHand?.names.has(title) ?? false;
  if (header !== undefined && !isByHand) return <>{header}</>;
  const missing = header === undefined && required ? <StateTag tone="red">缺少</StateTag> : null;
  const choices = [...new Set([...(header === undefined ? [] : [header]), ...unknown])];
  if (!byHand || choices.length === 0) return missing ?? <>{UNKNOWN}</>;
  return (
    <>
      {missing}
      <Select
        aria-label={`${title} 对应文件中的列`}
        className="sw-column-choice"
        size="small"
        allowClear
        placeholder="选择文件中的列"
        disabled={byHand.busy}
        {...(header === undefined ? {} : { value: header })}
        options={choices.map((value) => ({ value, label: value }))}
        onChange={(value: string | undefined) => byHand.onName(title, value)}
      />
      {header === undefined ? null : (
        <span className="sw-quiet">{byHand.remembered.has(title) ? ' 按上次对应' : ' 人工对应'}</span>
      )}
    </>
  );
}

function SampleRows({ header, rows }: InspectedTable['sample']) {
  const isJudged = rows.some(({ problem }) => problem !== undefined);
  return (
    <div className="sw-scroll">
      <table className="sw-plain-table">
        <caption>前 {rows.length} 行（敏感列已遮盖）</caption>
        <thead>
          <tr>
            <th scope="col">行号</th>
            {header.map((title, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a header may say the same twice
              <th key={i} scope="col">
                {title}
              </th>
            ))}
            {isJudged ? <th scope="col">问题</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, cells, problem }) => (
            <tr key={line}>
              <th scope="row">{formatCount(line)}</th>
              {header.map((_, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={i}>{cells[i]}</td>
              ))}
              {isJudged ? <td className="sw-tone-red">{problem}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
