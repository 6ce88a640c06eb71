import { describe, expect, it } from 'vitest';
import { checkCharacter, decodeId } from '../../src/language/ids.js';

describe('decodeId', () => {
  it('gives birth date, sex and place', () => {
    expect(decodeId('11010519491231002X')).toEqual({
      birthDate: '1949-12-31',
      sex: 'female',
      adcode: '110105',
    });
    expect(decodeId('440524188001010014')).toEqual({
      birthDate: '1880-01-01',
      sex: 'male',
      adcode: '440524',
    });
    expect(decodeId('130503670401001')).toEqual({ birthDate: '1967-04-01', sex: 'male', adcode: '130503' });
  });

  it.each([
    ['a wrong check character', '110105194912310021'],
    ['a day that is none', '110105194902300026'],
    ['a month that is none', '110105194913310021'],
    ['the 29th of February in a common year', '130503670229001'],
    ['a place that is none', '01010519491231002X'],
    ['too few digits', '1101051949123100'],
    ['letters', '1101051949123100XX'],
    ['nothing', ''],
  ])('refuses %s', (_why, id) => {
    expect(decodeId(id)).toBeNull();
  });

  it('computes the check character of GB 11643', () => {
    expect(checkCharacter('11010519491231002')).toBe('X');
    expect(checkCharacter('44052418800101001')).toBe('4');
  });
});
