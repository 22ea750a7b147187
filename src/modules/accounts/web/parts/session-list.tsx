// Where an account is signed in: device, address, time; each can be ended, or all of them.

import { Button } from 'antd';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatInstant } from '../../../../platform/web/numbers.ts';
import type { OpenSession } from '../types.ts';

/** The browser's name out of what it says of itself. */
function browserOf(userAgent: string): string {
  const named = [
    ['Edg/', 'Edge'],
    ['MicroMessenger', '微信'],
    ['Firefox/', 'Firefox'],
    ['Chrome/', 'Chrome'],
    ['Safari/', 'Safari'],
  ].find(([mark = '']) => userAgent.includes(mark))?.[1];
  const device = /Mobile|Android|iPhone/.test(userAgent) ? '手机' : '电脑';
  return named ? `${named}（${device}）` : userAgent.slice(0, 40) || '不详';
}

type SessionListProps = { sessions: OpenSession[]; onEnd: ((session: OpenSession) => void) | undefined };

export function SessionList({ sessions, onEnd }: SessionListProps) {
  const columns: ListColumn<OpenSession>[] = [
    {
      ...{ key: 'device', title: '设备', width: 170 },
      render: ({ userAgent, current }) => `${browserOf(userAgent)}${current ? ' · 本机' : ''}`,
    },
    { key: 'ip', title: '来源地址', render: ({ ip }) => ip, width: 130 },
    { key: 'createdAt', title: '登录时间', render: ({ createdAt }) => formatInstant(createdAt), width: 140 },
    { key: 'lastSeenAt', title: '最近使用', render: ({ lastSeenAt }) => formatInstant(lastSeenAt), width: 140 },
    ...(onEnd
      ? [
          {
            ...{ key: 'end', title: '操作', width: 76, control: true },
            render: (session: OpenSession) =>
              session.current ? null : (
                <Button size="small" type="link" onClick={() => onEnd(session)}>
                  结束
                </Button>
              ),
          },
        ]
      : []),
  ];
  return <SmallTable label="登录" columns={columns} rows={sessions} rowKey={({ id }) => id} none="现在没有登录" />;
}
