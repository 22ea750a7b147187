// 登录情况: where the own account is signed in, and the way to end what is not wanted.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useConfirm, useShowFailure } from '../../../../platform/web/confirm.ts';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { accounts } from '../api.ts';
import { SessionList } from '../parts/session-list.tsx';

export function SessionsPage() {
  const cache = useQueryClient();
  const confirm = useConfirm();
  const showFailure = useShowFailure();
  const query = useQuery(accounts.query.sessions.queryOptions());

  function endAll() {
    confirm({
      title: '退出所有登录',
      what: '本账号在所有设备上的登录都会退出，包括本机。没有提交的草稿留在各台设备上。',
      deed: '退出所有登录',
      danger: true,
      run: async () => {
        await accounts.client.signOutEverywhere();
        window.location.assign('/sign-in');
      },
    });
  }

  async function end({ id }: { id: string }) {
    await accounts.client.endSession({ id }).catch(showFailure);
    await cache.invalidateQueries({ queryKey: accounts.query.sessions.key() });
  }

  return (
    <div className="sw-page">
      <PageTitle title="登录情况" note="不是本人的登录请立即结束，并修改密码" />
      <Section
        title="现在的登录"
        extra={
          <Button danger onClick={endAll}>
            退出所有登录
          </Button>
        }
      >
        {query.isPending ? <Loading rows={3} /> : null}
        {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
        {query.data ? <SessionList sessions={query.data} onEnd={(session) => void end(session)} /> : null}
      </Section>
    </div>
  );
}
