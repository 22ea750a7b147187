// 下达文件: each document that sent money on its way.

import { useNavigate } from '@tanstack/react-router';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import { documentPath } from '../../domain/addresses.ts';
import { money } from '../api.ts';
import { AskedBar, useAsked } from '../parts/asked.tsx';
import { DOCUMENT_COLUMNS } from '../parts/columns.tsx';
import { documentsSearch } from '../searches.ts';
import '../money.css';
import { thisYear } from '../../../../platform/web/today.ts';

export function DocumentsPage() {
  const navigate = useNavigate();
  const asked = useAsked();
  const year = asked.year ?? thisYear();
  return (
    <ListPage
      id="money.documents"
      title="下达文件"
      unit="份"
      search={documentsSearch}
      filters={[]}
      columns={DOCUMENT_COLUMNS}
      rowKey={({ number }) => number}
      queryKey={money.query.documents.key()}
      fetch={({ sort: _sort, ...search }, area, signal) => money.client.documents({ ...search, area }, { signal })}
      onOpen={({ number }) => void navigate({ to: documentPath(number) })}
      emptyHint="资金下达从“台账导入”进来，也可以在“资金下达”台账里登记。"
    >
      <AskedBar years={[year, year - 1, year - 2]} year={year} />
    </ListPage>
  );
}
