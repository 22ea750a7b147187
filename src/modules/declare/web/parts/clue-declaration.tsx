// What a household sent with its declaration: who to call, who helped, photos.

import { useQuery } from '@tanstack/react-query';
import { Image } from 'antd';
import { newRequestId } from '../../../../platform/web/api.ts';
import { Facts, Section } from '../../../../platform/web/detail-page.tsx';
import { MaskedValue } from '../../../../platform/web/masked-value.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { HELPER_RELATION_NAMES, TROUBLE_NAMES } from '../../domain/words.ts';
import { type Clue, declarations } from '../api.ts';
import './clue-declaration.css';

function useReveal({ countyCode, id }: Clue, of: 'household' | 'helper') {
  const may = useMay('declare.unmask-clue');
  if (!may) return undefined;
  return async (reason: string) => {
    const { value } = await declarations.client.unmaskClue({ requestId: newRequestId(), countyCode, id, of, reason });
    return value;
  };
}

/** The same where only the key of the clue is at hand. */
export function LoadedDeclaration({ input }: { input: { countyCode: number; id: number } }) {
  const query = useQuery(declarations.query.clue.queryOptions({ input }));
  if (query.isPending) return <Loading rows={2} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data.troubles.length === 0) return null;
  return (
    <div className="clue-declared">
      <ClueDeclaration clue={query.data} />
    </div>
  );
}

export function ClueDeclaration({ clue }: { clue: Clue }) {
  const { personName, phone, helper, troubles } = clue;
  const revealHousehold = useReveal(clue, 'household');
  const revealHelper = useReveal(clue, 'helper');
  return (
    <Section title="申报">
      <Facts
        facts={[
          { label: '申报的农牧户', value: personName, wide: true },
          {
            label: '联系电话',
            value: <MaskedValue label="联系电话" masked={phone} reveal={revealHousehold} />,
            wide: true,
          },
          ...(helper
            ? [
                { label: '代为申报', value: `${helper.name}（${HELPER_RELATION_NAMES[helper.relation]}）`, wide: true },
                {
                  label: '代申报人电话',
                  value: <MaskedValue label="代申报人电话" masked={helper.phone} reveal={revealHelper} />,
                  wide: true,
                },
              ]
            : []),
          { label: '遇到的困难', value: troubles.map((each) => TROUBLE_NAMES[each]).join('、'), wide: true },
        ]}
      />
      <CluePhotos clue={clue} />
    </Section>
  );
}

function CluePhotos({ clue: { countyCode, id, files } }: { clue: Clue }) {
  if (files.length === 0) return <p className="sw-quiet">没有照片。</p>;
  return (
    <div className="clue-photos">
      <Image.PreviewGroup>
        {files.map((file, i) => (
          <Image
            key={file.id}
            alt={`申报照片 ${i + 1}`}
            height={120}
            src={`/api/clues/${countyCode}/${id}/files/${file.id}`}
          />
        ))}
      </Image.PreviewGroup>
    </div>
  );
}
