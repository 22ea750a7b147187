// 收藏: lists with their filters that this account keeps, to open or to give up.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { parseAddress } from '../../../../platform/web/addresses.ts';
import { newRequestId } from '../../../../platform/web/api.ts';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { useMenu } from '../../../../platform/web/frame/menu-context.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { accounts } from '../api.ts';

type Saved = Awaited<ReturnType<typeof accounts.client.savedLists>>[number];

export function SavedListsPage() {
  const cache = useQueryClient();
  const showFailure = useShowFailure();
  const { pages } = useMenu();
  const saved = useQuery(accounts.query.savedLists.queryOptions());
  if (saved.isPending) return <Loading rows={6} />;
  if (saved.isLoadingError) return <Failed error={saved.error} onRetry={() => void saved.refetch()} />;

  async function drop(id: number) {
    try {
      await accounts.client.dropList({ requestId: newRequestId(), id });
      await cache.invalidateQueries({ queryKey: accounts.query.savedLists.key() });
    } catch (error) {
      showFailure(error);
    }
  }

  const columns: ListColumn<Saved>[] = [
    {
      key: 'name',
      title: '名称',
      width: 260,
      render: ({ name, path, search }) => (
        <Link to={path} search={parseAddress(search) as never}>
          {name}
        </Link>
      ),
    },
    {
      key: 'page',
      title: '所在页面',
      width: 200,
      render: ({ path }) => pages.find((page) => page.path === path)?.title ?? '—',
    },
    {
      ...{ key: 'drop', title: '操作', width: 90, control: true },
      render: ({ id, name }) => (
        <Button size="small" aria-label={`删除收藏 ${name}`} onClick={() => void drop(id)}>
          删除
        </Button>
      ),
    },
  ];
  return (
    <div className="sw-page">
      <PageTitle title="收藏" />
      <Section title="收藏的筛选">
        <SmallTable
          label="收藏的筛选"
          columns={columns}
          rows={saved.data}
          rowKey={({ id }) => id}
          none="还没有收藏。在列表中设好筛选条件后，点“收藏”即可保存在这里。"
        />
      </Section>
    </div>
  );
}
