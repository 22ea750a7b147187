// 积分存折: paper books with a QR code that leads the counter to the household, for those without a phone.

import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { QrCode } from '../../../../platform/web/papers/qr-code.tsx';
import { useArea, useRegionPath } from '../../../../platform/web/regions.tsx';
import { Empty, Failed, Loading } from '../../../../platform/web/states.tsx';
import { shownNumber } from '../../../households/domain/local-number.ts';
import { counterPath } from '../../domain/addresses.ts';
import { governance, type Village } from '../api.ts';
import '../governance.css';

export function BooksPage() {
  const { code } = useArea();
  const path = useRegionPath(code);
  const region = path.data?.at(-1);
  return (
    <div className="sw-page">
      <PageTitle
        title="积分存折"
        note={region?.name}
        actions={
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            打印
          </Button>
        }
      />
      {path.isError ? <Failed error={path.error} onRetry={() => void path.refetch()} /> : null}
      {region && region.level !== 'village' ? (
        <Empty what="还没有选嘎查村" hint="请在上面选择一个嘎查村，再打印各户的存折。" />
      ) : null}
      {region?.level === 'village' ? <Books code={region.code} /> : null}
    </div>
  );
}

function Books({ code }: { code: number }) {
  const query = useQuery(governance.query.village.queryOptions({ input: { code } }));
  if (query.isPending) return <Loading rows={8} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const village = query.data as Village;
  return (
    <div className="governance-books">
      {village.rows.map((line) => (
        <article
          key={`${line.countyCode}-${line.id}`}
          className="governance-book"
          aria-label={`${line.headName}户的存折`}
        >
          <QrCode text={`${window.location.origin}${counterPath(line)}`} label={`${line.headName}户二维码`} />
          <div>
            <h2>{line.headName}户</h2>
            <p>{village.name}</p>
            <p>户编号 {shownNumber(line.number)}</p>
            <p>
              {village.asOf} 余额 <b>{line.balance}</b> 分
            </p>
            <p className="sw-quiet">到积分超市出示本折即可兑换</p>
          </div>
        </article>
      ))}
    </div>
  );
}
