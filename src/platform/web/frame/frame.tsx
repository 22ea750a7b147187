// The frame around every page: navigation by work to the left, area, search, messages and account on top.

import { MenuOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Button, Drawer, Grid } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { ExportReason } from '../file-jobs/export-reason-asked.tsx';
import { DraftsProvider } from '../form/drafts/drafts.tsx';
import { DraftsOfPage } from '../form/drafts/drafts-of-page.tsx';
import { SignInAgain } from '../form/sign-in-again.tsx';
import { RegionBreadcrumb } from '../regions/region-breadcrumb.tsx';
import { Failed, Loading } from '../states.tsx';
import { type Viewer, ViewerProvider } from '../viewer.tsx';
import { AccountMenu } from './account-menu.tsx';
import { AreaSwitch } from './area-switch.tsx';
import { HelpButton } from './help/help-button.tsx';
import { MenuProvider } from './menu-context.tsx';
import { Navigation } from './navigation.tsx';
import { PageTabs } from './page-tabs.tsx';
import { PageWatermark } from './page-watermark.tsx';
import { GlobalSearch } from './search/global-search.tsx';
import { useShell, VIEWER_KEY } from './shell.tsx';

export function Frame() {
  const shell = useShell();
  const viewer = useQuery({ queryKey: VIEWER_KEY, queryFn: shell.loadViewer, staleTime: 60_000, retry: false });
  const tree = useQuery({ queryKey: ['menu'], queryFn: shell.loadMenu, staleTime: Number.POSITIVE_INFINITY });
  if (viewer.isPending || tree.isPending) return <Loading />;
  if (tree.isError) return <Failed error={tree.error} onRetry={() => void tree.refetch()} />;
  if (viewer.isLoadingError) return <Failed error={viewer.error} onRetry={() => void viewer.refetch()} />;
  if (viewer.data.mustChangePassword) return <ToFirst path="/change-password" />;
  if (viewer.data.mustEnrol) return <ToFirst path="/second-factor" />;
  return (
    <ViewerProvider viewer={viewer.data}>
      <DraftsProvider accountId={viewer.data.accountId} loadKey={shell.loadDraftKey}>
        <MenuProvider tree={tree.data}>
          <FrameLayout viewer={viewer.data} />
        </MenuProvider>
        <SignInAgain viewer={viewer.data} />
        <ExportReason />
        {viewer.data.watermark ? <PageWatermark viewer={viewer.data} /> : null}
      </DraftsProvider>
    </ViewerProvider>
  );
}

/** What has to be done before anything else. */
function ToFirst({ path }: { path: string }) {
  const navigate = useNavigate();
  const { href } = useLocation();
  const back = useRef(href);
  useEffect(() => {
    void navigate({ to: path, search: { back: back.current }, replace: true });
  }, [navigate, path]);
  return <Loading />;
}

function FrameLayout({ viewer }: { viewer: Viewer }) {
  const { bell: Bell } = useShell();
  const { pathname } = useLocation();
  const { md: wide } = Grid.useBreakpoint();
  return (
    <div className="sw-frame">
      <a className="sw-skip" href="#sw-content">
        跳到正文
      </a>
      <header className="sw-top">
        {wide ? <Brand /> : <NavigationDrawer />}
        <AreaSwitch />
        <span className="sw-grow" />
        <GlobalSearch />
        <HelpButton />
        {Bell ? <Bell /> : null}
        <AccountMenu viewer={viewer} />
      </header>
      <div className="sw-under-top">
        {wide ? (
          <div className="sw-side">
            <Navigation />
          </div>
        ) : null}
        <main id="sw-content" className="sw-content" tabIndex={-1}>
          <RegionBreadcrumb />
          <PageTabs />
          <DraftsOfPage pathname={pathname} />
          <Outlet />
        </main>
      </div>
    </div>
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
      <Drawer
        open={open}
        placement="left"
        size={280}
        title={<Brand />}
        styles={{ body: { padding: 0 } }}
        onClose={() => setOpen(false)}
      >
        <Navigation onChoose={() => setOpen(false)} />
      </Drawer>
    </>
  );
}
