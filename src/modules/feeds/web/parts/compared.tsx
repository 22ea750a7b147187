// The row and its candidates as columns beside each other.

import type { Compared } from '../../../../platform/web/side-by-side.tsx';
import { shownNumber } from '../../../households/domain/local-number.ts';
import type { Candidate, ReviewDetail } from '../types.ts';
import { ID_RELATIONS } from '../words.ts';

export const COMPARED_LINES = [
  { key: 'name', label: '姓名' },
  { key: 'maskedId', label: '证件号码' },
  { key: 'idRelation', label: '号码比对' },
  { key: 'birth', label: '出生日期' },
  { key: 'sex', label: '性别' },
  { key: 'village', label: '嘎查村' },
  { key: 'head', label: '户主' },
  { key: 'relation', label: '与户主关系' },
  { key: 'household', label: '户编号' },
];

export function subjectColumn({ row }: ReviewDetail): Compared {
  const { name, maskedId, birth, sex, villageName } = row;
  return {
    key: 'row',
    title: '文件中的记录',
    values: { name: name || undefined, maskedId, birth, sex, village: villageName },
  };
}

export function candidateColumn(candidate: Candidate, index: number, onChoose: (() => void) | undefined): Compared {
  const { personId, name, maskedId, birth, sex, villageName, idRelation, headName, relation, householdNumber } =
    candidate;
  return {
    key: String(personId),
    title: (
      <>
        可能的人 {index + 1} {onChoose && index < 9 ? <kbd>{index + 1}</kbd> : null}
      </>
    ),
    values: {
      ...{ name, maskedId, birth, sex, village: villageName },
      idRelation: ID_RELATIONS[idRelation],
      head: headName,
      relation,
      household: shownNumber(householdNumber),
    },
    onChoose,
  };
}
