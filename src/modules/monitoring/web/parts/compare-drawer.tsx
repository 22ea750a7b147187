// An export of the national system is handed in; what is done there by now is ticked off, what differs is told.

import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Drawer } from 'antd';
import { useState } from 'react';
import { failureOf, newRequestId } from '../../../../platform/web/api.ts';
import { Facts } from '../../../../platform/web/detail-page.tsx';
import { FileDrop } from '../../../../platform/web/file-drop.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import type { UploadedFile } from '../../../../platform/web/uploads.ts';
import { householdPath } from '../../../households/domain/addresses.ts';
import { NATIONAL_FIELD_NAMES } from '../../domain/national-changes.ts';
import { monitoring } from '../api.ts';
import type { Comparison } from '../desk-types.ts';

type CompareDrawerProps = { onClose: () => void; onDone: () => Promise<void> };

export function CompareDrawer({ onClose, onDone }: CompareDrawerProps) {
  const [files, setFiles] = useState<UploadedFile[]>([]);
  const file = files.at(-1);
  const compare = useMutation({
    mutationFn: (fileId: string) => monitoring.client.compareNational({ requestId: newRequestId(), fileId }),
    onSuccess: onDone,
  });
  return (
    <Drawer open size={720} title="与国家系统导出比对" onClose={onClose}>
      {compare.isSuccess ? (
        <Result result={compare.data} />
      ) : (
        <>
          <p className="sw-quiet sw-compare-hint">
            请选择从国家系统导出的监测对象表,须有“户编号”“监测对象类别”“风险是否已消除”三列;有“识别监测时间”“消除监测时间”“消除方式”“帮扶责任人”的一并比对。
          </p>
          <FileDrop accept={['.csv', '.xlsx']} onChange={setFiles} />
          {compare.isError ? (
            <Alert className="sw-alert" type="error" showIcon role="alert" title={failureOf(compare.error).message} />
          ) : null}
        </>
      )}
      <div className="sw-form-actions">
        <Button onClick={onClose}>{compare.isSuccess ? '关闭' : '取消'}</Button>
        {compare.isSuccess ? null : (
          <Button
            type="primary"
            disabled={!file}
            loading={compare.isPending}
            onClick={() => {
              if (file) compare.mutate(file.fileId);
            }}
          >
            开始比对
          </Button>
        )}
      </div>
    </Drawer>
  );
}

function Result({ result }: { result: Comparison }) {
  const count = (n: number, unit: string) => `${formatCount(n)} ${unit}`;
  return (
    <>
      <Facts
        facts={[
          { label: '参加比对', value: count(result.rows, '户') },
          { label: '国家系统已更新,自动勾销', value: count(result.ticked, '条') },
          { label: '不一致,已在清单中待回写', value: count(result.waiting, '条') },
          { label: '不一致,列为疑点', value: count(result.different, '户') },
          { label: '原有疑点已一致', value: count(result.settled, '户') },
          { label: '未能比对的行', value: count(result.bad, '行') },
        ]}
      />
      {result.differences.length > 0 ? <Differences rows={result.differences} /> : null}
      {result.badRows.length > 0 ? <BadRows rows={result.badRows} all={result.bad} /> : null}
    </>
  );
}

function Differences({ rows }: { rows: Comparison['differences'] }) {
  return (
    <section className="sw-part sw-compare-part">
      <div className="sw-section-title">
        <h2>不一致的内容</h2>
        <span className="sw-grow" />
        <Link to="/households/issues" search={(old: object) => ({ ...old, code: 'national-difference' })}>
          查看疑点
        </Link>
      </div>
      <div className="sw-scroll">
        <table className="sw-plain-table sw-text-table">
          <thead>
            <tr>
              <th scope="col">户编号</th>
              <th scope="col">户主</th>
              <th scope="col">字段</th>
              <th scope="col">本系统</th>
              <th scope="col">国家系统</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ countyCode, householdId, householdNumber, headName, field, ours, theirs }) => (
              <tr key={`${householdId} ${field}`}>
                <th scope="row">
                  <Link to={householdPath({ countyCode, id: householdId })}>{householdNumber}</Link>
                </th>
                <td>{headName}</td>
                <td>{NATIONAL_FIELD_NAMES[field]}</td>
                <td>{ours || '(空)'}</td>
                <td>{theirs || '(空)'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function BadRows({ rows, all }: { rows: Comparison['badRows']; all: number }) {
  return (
    <section className="sw-part sw-compare-part">
      <div className="sw-section-title">
        <h2>未能比对的行</h2>
      </div>
      <div className="sw-scroll">
        <table className="sw-plain-table sw-text-table">
          <thead>
            <tr>
              <th scope="col">行号</th>
              <th scope="col">列</th>
              <th scope="col">内容</th>
              <th scope="col">原因</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, column, value, reason }) => (
              <tr key={`${line} ${column}`}>
                <th scope="row">{line}</th>
                <td>{column}</td>
                <td>{value || '(空)'}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {all > rows.length ? <p className="sw-quiet">另有 {formatCount(all - rows.length)} 行,未列出。</p> : null}
    </section>
  );
}
