// 申报海报: one A4 page for each village, with the QR code that opens the declaration for it.

import { PrinterOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { QrCode } from '../../../../platform/web/papers/qr-code.tsx';
import { RegionPicker } from '../../../../platform/web/regions/region-picker.tsx';
import { type RegionItem, useArea, useRegionChildren, useRegionPath } from '../../../../platform/web/regions.tsx';
import { Empty, Failed, Loading } from '../../../../platform/web/states.tsx';
import { HOTLINE } from '../../domain/words.ts';
import './declare-posters.css';

/** The address as phones outside the office reach it; remembered here, because it is the same for every poster. */
const REMEMBERED = 'shouwang.declare.address';
const ADDRESS = /^https?:\/\/[^\s/]+$/;
const INSIDE = /^https?:\/\/(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;

function useAddress() {
  const [address, setAddress] = useState(() => localStorage.getItem(REMEMBERED) ?? window.location.origin);
  return {
    address,
    setAddress: (text: string) => {
      const next = text.trim().replace(/\/+$/, '');
      setAddress(next);
      if (ADDRESS.test(next)) localStorage.setItem(REMEMBERED, next);
    },
  };
}

export function DeclarePostersPage() {
  const { code, setArea } = useArea();
  const path = useRegionPath(code);
  const { address, setAddress } = useAddress();
  const region = path.data?.at(-1);
  const isSound = ADDRESS.test(address);
  return (
    <div className="sw-page declare-posters">
      <PageTitle
        title="申报海报"
        note={region?.name}
        actions={
          <Button type="primary" icon={<PrinterOutlined />} disabled={!isSound} onClick={() => window.print()}>
            打印
          </Button>
        }
      />
      <Form layout="inline" className="declare-posters-tools">
        <Form.Item label="苏木乡镇或嘎查村">
          <RegionPicker
            label="苏木乡镇或嘎查村"
            value={code}
            onChange={(next) => next && setArea(next)}
            allowClear={false}
          />
        </Form.Item>
        <Form.Item
          label="申报网址"
          htmlFor="declare-address"
          {...(isSound ? {} : { validateStatus: 'error' as const, help: '应如 https://jiance.example.gov.cn' })}
        >
          <Input id="declare-address" value={address} onChange={({ target }) => setAddress(target.value)} />
        </Form.Item>
      </Form>
      {INSIDE.test(address) ? (
        <Alert
          className="declare-posters-tools"
          type="warning"
          showIcon
          title="这个网址只在本机或单位内部能打开。请填写农牧户用手机能打开的网址后再打印。"
        />
      ) : null}
      {path.isError ? <Failed error={path.error} onRetry={() => void path.refetch()} /> : null}
      {region && isSound ? <Villages region={region} path={path.data ?? []} address={address} /> : null}
    </div>
  );
}

type VillagesProps = { region: RegionItem; path: readonly RegionItem[]; address: string };

function Villages({ region, path, address }: VillagesProps) {
  const children = useRegionChildren(region.code, region.level === 'township');
  const names = path.filter(({ level }) => level === 'county' || level === 'township').map(({ name }) => name);
  const above = names.join(' ');
  if (region.level === 'village') return <Poster village={region} above={above} address={address} />;
  if (region.level !== 'township')
    return <Empty what="还没有选苏木乡镇" hint="请在上面选择苏木乡镇或嘎查村，再打印各村的海报。" />;
  if (children.isPending) return <Loading />;
  if (children.isLoadingError) return <Failed error={children.error} onRetry={() => void children.refetch()} />;
  return children.data.map((village) => (
    <Poster key={village.code} village={village} above={above} address={address} />
  ));
}

function Poster({ village, above, address }: { village: RegionItem; above: string; address: string }) {
  const link = `${address}/declare/${village.code}`;
  return (
    <article className="declare-poster" aria-label={`${village.name}的海报`}>
      <h2>家里有困难，扫码就能申报</h2>
      <p className="declare-poster-troubles">生病 · 上学 · 住房 · 饮水 · 失去工作 · 受灾 · 收入减少</p>
      <div className="declare-poster-code">
        <QrCode text={link} label={`${village.name}自主申报二维码`} />
      </div>
      <p className="declare-poster-village">
        {above} <b>{village.name}</b>
      </p>
      <ol>
        <li>用手机“扫一扫”</li>
        <li>点选困难，填写姓名和电话</li>
        <li>记下回执号，随时查询进度</li>
      </ol>
      <p>不会用手机？请村干部或邻居帮忙，或拨打</p>
      <p className="declare-poster-phone">{HOTLINE}</p>
      <p className="declare-poster-small">
        申报不收钱。所填内容只给负责监测帮扶的工作人员看，不公布。
        <br />
        {link}
      </p>
    </article>
  );
}
