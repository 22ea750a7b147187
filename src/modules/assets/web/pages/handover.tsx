// 确权移交表: one sheet of A4 to be signed by who hands an asset over and who takes it.

import { DetailPage, type Fact, Facts, Section } from '../../../../platform/web/detail-page.tsx';
import { formatMoney } from '../../../../platform/web/numbers.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { assetPath } from '../../domain/addresses.ts';
import { assetWord } from '../../domain/words.ts';
import type { OneAsset } from '../api.ts';
import { Rights } from '../parts/asset-tables.tsx';
import { useAsset } from './asset.tsx';
import '../assets.css';

export function HandoverPage() {
  const query = useAsset();
  if (query.isPending) return <Loading rows={12} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <Sheet asset={query.data as OneAsset} />;
}

function sheetFacts(asset: OneAsset): Fact[] {
  const yuan = (fen: number | undefined) => (fen === undefined ? undefined : `${formatMoney(fen)} 元`);
  const made = (move: string) => asset.deeds.find((deed) => deed.move === move)?.on;
  return [
    { label: '资产编号', value: asset.number },
    { label: '资产名称', value: asset.name },
    {
      label: '类别',
      value: [assetWord('assetKind', asset.kind), assetWord('assetForm', asset.form)].filter(Boolean).join(' · '),
    },
    { label: '坐落', value: asset.regionName },
    { label: '数量', value: asset.quantity === undefined ? undefined : `${asset.quantity} ${asset.unit ?? ''}` },
    { label: '原值', value: yuan(asset.originalFen) },
    { label: '其中财政资金', value: yuan(asset.publicFen) },
    { label: '其中京蒙协作资金', value: yuan(asset.cooperationFen) },
    {
      label: '来源项目',
      value: asset.project ? `${asset.project.name}（${asset.project.number}）` : undefined,
      wide: true,
    },
    { label: '形成年度', value: asset.formedIn },
    { label: '验收日期', value: asset.project?.acceptedOn },
    { label: '管护单位', value: asset.upkeepUnit },
    { label: '管护费用来源', value: assetWord('upkeepSource', asset.upkeepSource) || undefined },
    { label: '确权日期', value: made('confirm') },
    { label: '移交日期', value: made('hand-over') },
  ];
}

const SIGNERS = ['移交单位（盖章）', '接收单位（盖章）', '监交单位（盖章）', '经办人（签字）'];

function Sheet({ asset }: { asset: OneAsset }) {
  const owners = asset.rights.filter(({ right, until }) => right === 'ownership' && until === undefined);
  return (
    <DetailPage title="帮扶项目资产确权移交表" note={`填表日期 ${asset.asOf}`} listPath={assetPath(asset.number)}>
      <Section title="资产">
        <Facts facts={sheetFacts(asset)} />
      </Section>
      <Section title="所有权人">
        <Rights rights={owners} />
      </Section>
      <Section title="移交意见">
        <table className="sw-assets-signers">
          <tbody>
            {SIGNERS.map((signer) => (
              <tr key={signer}>
                <th scope="row">{signer}</th>
                <td />
                <td>年　　月　　日</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
    </DetailPage>
  );
}
