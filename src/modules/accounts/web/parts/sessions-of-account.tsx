// Where somebody else's account is signed in, for whoever looks after it.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { newRequestId } from '../../../../platform/web/api.ts';
import { useConfirm, useShowFailure } from '../../../../platform/web/confirm.ts';
import { Block } from '../../../../platform/web/inspect/block.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { accounts } from '../api.ts';
import type { Account } from '../types.ts';
import { SessionList } from './session-list.tsx';

export function SessionsOfAccount({ account: { id: accountId, name } }: { account: Account }) {
  const cache = useQueryClient();
  const confirm = useConfirm();
  const showFailure = useShowFailure();
  const may = useMay('accounts.end-sessions-of');
  const query = useQuery(accounts.query.sessionsOf.queryOptions({ input: { accountId } }));

  async function end(id?: string) {
    await accounts.client
      .endSessionsOf({ requestId: newRequestId(), accountId, ...(id ? { id } : {}) })
      .catch(showFailure);
    await cache.invalidateQueries({ queryKey: accounts.query.sessionsOf.key() });
  }

  if (!query.data) return null;
  return (
    <Block
      title="登录情况"
      extra={
        may && query.data.length > 0 ? (
          <Button
            size="small"
            danger
            onClick={() =>
              confirm({
                title: '结束全部登录',
                what: `${name}在所有设备上的登录立即退出，可以再登录。`,
                deed: '结束全部登录',
                danger: true,
                run: () => end(),
              })
            }
          >
            结束全部登录
          </Button>
        ) : null
      }
    >
      <SessionList sessions={query.data} onEnd={may ? ({ id }) => void end(id) : undefined} />
    </Block>
  );
}
