import { DownOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useConfirm, useShowFailure } from '../confirm.ts';
import type { Viewer } from '../viewer.tsx';
import { ACCOUNT_AREA } from './menu.ts';
import { areaOnly, useMenu } from './menu-context.tsx';
import { useShell } from './shell.tsx';

const MyDrafts = lazy(() => import('../form/drafts/my-drafts.tsx').then((part) => ({ default: part.MyDrafts })));

export function AccountMenu({ viewer }: { viewer: Viewer }) {
  const { signOut, switchArea } = useShell();
  const navigate = useNavigate();
  const own = useMenu().pages.filter(({ area, isAside }) => area === ACCOUNT_AREA && !isAside);
  const confirm = useConfirm();
  const showFailure = useShowFailure();
  const [showsDrafts, setShowsDrafts] = useState(false);

  function choose(key: string) {
    if (key.startsWith('/')) void navigate({ to: key, search: areaOnly });
    if (key === 'drafts') setShowsDrafts(true);
    if (key === 'password') void navigate({ to: '/change-password' });
    if (key === 'factor') void navigate({ to: '/second-factor' });
    if (key.startsWith('area:')) switchArea(Number(key.slice(5))).catch(showFailure);
    if (key === 'out') signOut(false).catch(showFailure);
    if (key === 'out-everywhere')
      confirm({
        title: '全部退出',
        what: '本账号在所有电脑和手机上的登录都将退出，需要重新登录。',
        deed: '全部退出',
        run: () => signOut(true),
      });
  }

  return (
    <>
      <Suspense>{showsDrafts ? <MyDrafts onClose={() => setShowsDrafts(false)} /> : null}</Suspense>
      <Dropdown
        trigger={['click']}
        menu={{
          onClick: ({ key }) => choose(key),
          items: [
            { key: 'who', disabled: true, label: `${viewer.roleName} · ${viewer.region.name}` },
            ...viewer.areas
              .filter(({ code }) => code !== viewer.region.code)
              .map(({ code, name }) => ({ key: `area:${code}`, label: `切换到${name}` })),
            { type: 'divider' },
            ...own.map(({ path, title }) => ({ key: path, label: title })),
            { key: 'drafts', label: '我的草稿' },
            { key: 'password', label: '修改密码' },
            { key: 'factor', label: '动态口令' },
            { key: 'out', label: '退出' },
            { key: 'out-everywhere', label: '全部退出' },
          ],
        }}
      >
        <Button type="text" icon={<DownOutlined />} iconPlacement="end">
          {viewer.name}
        </Button>
      </Dropdown>
    </>
  );
}
