// The frame around every page: navigation by work to the left, area, search, messages and account on top.

import { MenuOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Button, Drawer, Grid, Layout, Menu, type MenuProps } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { DraftsProvider } from '../form/drafts/drafts.tsx';
import { DraftsOfPage } from '../form/drafts/drafts-of-page.tsx';
import { SignInAgain } from '../form/sign-in-again.tsx';
import { RegionBreadcrumb } from '../region-breadcrumb.tsx';
import { Failed, Loading } from '../states.tsx';
import { useViewer, type Viewer, ViewerProvider } from '../viewer.tsx';
import { AccountMenu } from './account-menu.tsx';
import { AreaSwitch } from './area-switch.tsx';
import { GlobalSearch } from './global-search.tsx';
import { allowedTo, type NavItem, useShell, VIEWER_KEY } from './shell.tsx';

type MenuItems = NonNullable<MenuProps['items']>;

export function Frame() {
  const shell = useShell();
  const viewer = useQuery({ queryKey: VIEWER_KEY, queryFn: shell.loadViewer, staleTime: 60_000, retry: false });
  if (viewer.isPending) return <Loading />;
  if (viewer.isLoadingError) return <Failed error={viewer.error} onRetry={() => void viewer.refetch()} />;
  if (viewer.data.mustChangePassword) return <ToPasswordChange />;
  return (
    <ViewerProvider viewer={viewer.data}>
      <DraftsProvider accountId={viewer.data.accountId} loadKey={shell.loadDraftKey}>
        <FrameLayout viewer={viewer.data} />
        <SignInAgain viewer={viewer.data} />
      </DraftsProvider>
    </ViewerProvider>
  );
}

function ToPasswordChange() {
  const navigate = useNavigate();
  const { href } = useLocation();
  const back = useRef(href);
  useEffect(() => {
    void navigate({ to: '/change-password', search: { back: back.current }, replace: true });
  }, [navigate]);
  return <Loading />;
}

function FrameLayout({ viewer }: { viewer: Viewer }) {
  const { bell: Bell } = useShell();
  const { pathname } = useLocation();
  const { md: wide } = Grid.useBreakpoint();
  return (
    <Layout className="sw-frame">
      <a className="sw-skip" href="#sw-content">
        跳到正文
      </a>
      {wide ? (
        <Layout.Sider width={192} className="sw-sider">
          <Brand />
          <Navigation />
        </Layout.Sider>
      ) : null}
      <Layout>
        <header className="sw-top">
          {wide ? null : <NavigationDrawer />}
          <AreaSwitch />
          <span className="sw-grow" />
          <GlobalSearch />
          {Bell ? <Bell /> : null}
          <AccountMenu viewer={viewer} />
        </header>
        <main id="sw-content" className="sw-content" tabIndex={-1}>
          <RegionBreadcrumb />
          <DraftsOfPage pathname={pathname} />
          <Outlet />
        </main>
      </Layout>
    </Layout>
  );
}

function Brand() {
  return (
    <Link to="/" className="sw-brand">
      守望
      <small>防止返贫监测帮扶</small>
    </Link>
  );
}

/** On a phone the navigation comes when it is called, and goes when something was chosen. */
function NavigationDrawer() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="text" aria-label="打开主菜单" icon={<MenuOutlined />} onClick={() => setOpen(true)} />
      <Drawer open={open} placement="left" size={240} title={<Brand />} onClose={() => setOpen(false)}>
        <Navigation onChoose={() => setOpen(false)} />
      </Drawer>
    </>
  );
}

function Navigation({ onChoose }: { onChoose?: () => void }) {
  const { groups, navigation } = useShell();
  const allowed = allowedTo(useViewer(), navigation);
  const { pathname } = useLocation();
  const open = allowed
    .filter(({ path }) => (path === '/' ? pathname === '/' : `${pathname}/`.startsWith(`${path}/`)))
    .sort((a, b) => b.path.length - a.path.length)[0];
  const items: MenuItems = groups.flatMap(({ key, title }): MenuItems => {
    const children = allowed.filter(({ group }) => group === key).map(menuItem);
    if (children.length === 0) return [];
    return key === 'desk' ? children : [{ key, type: 'group', label: title, children }];
  });
  return (
    <nav aria-label="主菜单">
      <Menu mode="inline" selectedKeys={open ? [open.path] : []} items={items} onClick={() => onChoose?.()} />
    </nav>
  );
}

function menuItem({ path, title }: NavItem) {
  // Filters belong to one list; only the area goes along.
  return {
    key: path,
    label: (
      <Link to={path} search={(old: { area?: string }) => ({ area: old.area })}>
        {title}
      </Link>
    ),
  };
}
