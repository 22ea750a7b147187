// The bell of the frame: how many messages nobody has read. It asks once a minute, which keeps no session alive.

import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Badge } from 'antd';
import { messages } from '../api.ts';

const EVERY_MS = 60_000;

export function Bell() {
  const { data } = useQuery({ ...messages.query.unread.queryOptions(), refetchInterval: EVERY_MS });
  const count = data?.count ?? 0;
  return (
    <Link
      to="/messages"
      search={(old: { area?: string }) => ({ area: old.area }) as never}
      className="sw-bell"
      aria-label={count > 0 ? `消息，${count > 99 ? '99 条以上' : `${count} 条`}未读` : '消息，没有未读'}
    >
      <Badge count={count} size="small" overflowCount={99}>
        <BellOutlined className="sw-bell-icon" />
      </Badge>
    </Link>
  );
}
