// What is missing on a page, in words that say what to do; by field.

import { bareDigits, isPhone } from '../../domain/words.ts';
import type { Draft } from './types.ts';

export type Faults = Partial<
  Record<
    'village' | 'troubles' | 'words' | 'photos' | 'name' | 'phone' | 'helperName' | 'helperPhone' | 'helperRelation',
    string
  >
>;

const NO_PHONE = '电话号码不对。请填 11 位手机号码，或带区号的座机号码。';

export function checkPlace({ village }: Draft): Faults {
  return village ? {} : { village: '还没有选嘎查村。请写村名，再点一个村。' };
}

export function checkTroubles({ troubles, words, photos }: Draft): Faults {
  const faults: Faults = {};
  if (troubles.length === 0) faults.troubles = '请点选遇到的困难，可以选几项。';
  if (troubles.includes('other') && words.trim() === '') faults.words = '您选了“其他”。请用一两句话写明是什么困难。';
  if (photos.some(({ state }) => state === 'sending')) faults.photos = '照片还在上传。请稍等一会儿再点“下一步”。';
  if (photos.some(({ state }) => state === 'failed')) faults.photos = '有照片没有上传成功。请点“再传”，或去掉它。';
  return faults;
}

export function checkContact({ name, phone, forOthers, helperName, helperPhone, helperRelation }: Draft): Faults {
  const faults: Faults = {};
  if (name.trim().length < 2) faults.name = '请填写姓名，至少 2 个字。';
  if (!isPhone(bareDigits(phone))) faults.phone = NO_PHONE;
  if (!forOthers) return faults;
  if (helperName.trim().length < 2) faults.helperName = '请填写您的姓名，至少 2 个字。';
  if (!isPhone(bareDigits(helperPhone))) faults.helperPhone = NO_PHONE;
  if (!helperRelation) faults.helperRelation = '请选择您与这家人的关系。';
  return faults;
}

export function isSound(faults: Faults): boolean {
  return Object.keys(faults).length === 0;
}
