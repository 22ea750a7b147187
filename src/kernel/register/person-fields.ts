// The columns by which rows of several registers speak of a person, and of somebody who is not in the registry.

import type { PersonFields } from './define-register.ts';
import { householdNo, idNumber, name, regionCode, text } from './field.ts';

export const PERSON_FIELDS = {
  householdNumber: householdNo({ role: 'place', list: true }),
  villageCode: regionCode('嘎查村代码', {
    required: { empty: 'householdNumber' },
    role: 'place',
    level: 'village',
    hint: '不在登记册中的人填家庭所在嘎查村',
  }),
  personNumber: text('人编号', { list: true, hint: '全国系统中的人员编号，优先于证件号码' }),
  idNumber: idNumber({
    required: { empty: 'householdNumber' },
    form: 'as-given',
    hint: '填了户编号时可以不填',
  }),
  name: name('姓名', { required: true, list: true }),
};

export const PERSON: PersonFields = {
  number: 'personNumber',
  idNumber: 'idNumber',
  name: 'name',
  household: 'householdNumber',
  village: 'villageCode',
};
