// What the program takes each column for, and the first rows as they stand in the file.

import { Alert } from 'antd';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import { formatBytes, UNKNOWN } from '../../../../platform/web/numbers.ts';
import type { InspectedFile } from '../types.ts';
import { Block } from './block.tsx';

const TABLE_NAMES = { households: '户表', members: '成员表' } as const;
const ENCODINGS = { 'utf-8': 'UTF-8', gb18030: 'GB18030' } as const;

export function RecognisedColumns({ files }: { files: InspectedFile[] }) {
  return (
    <>
      {files.map((file) => (
        <RecognisedFile key={file.table} file={file} />
      ))}
    </>
  );
}

function about({ format, encoding, byteSize, headerLine }: InspectedFile): string {
  const written = format === 'xlsx' ? 'Excel 工作簿' : `CSV(${ENCODINGS[encoding]})`;
  return `${written}，${formatBytes(byteSize)}，表头在第 ${headerLine} 行`;
}

function RecognisedFile({ file }: { file: InspectedFile }) {
  const { table, name, columns, unknown, problem, sample } = file;
  return (
    <Block
      title={`${TABLE_NAMES[table]}：${name}`}
      extra={problem ? null : <span className="sw-quiet">{about(file)}</span>}
    >
      {problem ? <Alert className="sw-alert" type="error" showIcon title={problem} role="alert" /> : null}
      {!problem && unknown.length > 0 ? (
        <Alert
          className="sw-alert"
          type="warning"
          showIcon
          title={`文件中有登记册不用的列，导入时忽略：${unknown.join('、')}`}
        />
      ) : null}
      {columns.length > 0 ? (
        <div className="sw-scroll">
          <table className="sw-plain-table">
            <caption>列的对应关系</caption>
            <thead>
              <tr>
                <th scope="col">登记册的列</th>
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
                {columns.map(({ title, required, header }) => (
                  <td key={title}>{header ?? (required ? <StateTag tone="red">缺少</StateTag> : UNKNOWN)}</td>
                ))}
              </tr>
            </tbody>
          </table>
        </div>
      ) : null}
      {sample.rows.length > 0 ? <SampleRows {...sample} /> : null}
    </Block>
  );
}

function SampleRows({ header, rows }: InspectedFile['sample']) {
  return (
    <div className="sw-scroll">
      <table className="sw-plain-table">
        <caption>前 {rows.length} 行（敏感列已遮盖）</caption>
        <thead>
          <tr>
            {header.map((title, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a header may say the same twice
              <th key={i} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name than their place
            <tr key={row}>
              {header.map((_, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={i}>{cells[i]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
