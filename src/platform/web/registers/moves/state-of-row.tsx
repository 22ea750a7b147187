// Where one row of a register stands, what comes next, and its photos, for pages of slices that tell more of it than the register does.

import { useQuery } from '@tanstack/react-query';
import { Failed, Loading } from '../../states.tsx';
import { RowPhotos } from '../photos/row-photos.tsx';
import { registerKey, useRegisterClient, useRegisters } from '../registers.tsx';
import { RowState } from './row-state.tsx';

export type RowOfRegister = { code: string; countyCode: number; id: number };

export function StateOfRow({ code, countyCode, id }: RowOfRegister) {
  const register = useRegisters().catalogue.find(code);
  if (!register?.states) return null;
  return <Shown register={register} countyCode={countyCode} id={id} />;
}

type ShownProps = { register: Parameters<typeof RowState>[0]['register']; countyCode: number; id: number };

function Shown({ register, countyCode, id }: ShownProps) {
  const client = useRegisterClient(register);
  const row = useQuery({
    queryKey: [...registerKey(register.code), 'row', countyCode, id],
    queryFn: ({ signal }) => client.get({ countyCode, id }, { signal }),
  });
  if (row.isPending) return <Loading rows={3} />;
  if (row.isLoadingError) return <Failed error={row.error} onRetry={() => void row.refetch()} />;
  if (!register.states || !row.data) return null;
  return (
    <>
      <RowState register={register} states={register.states} row={row.data} />
      <RowPhotos register={register} row={row.data} />
    </>
  );
}
