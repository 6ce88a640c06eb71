import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDigits } from '../../src/language/digits.js';
import { checkCharacter } from '../../src/language/ids.js';
import { spell } from './numeral-writer.js';

const PHONES: readonly [string, string][] = [
  ['13800138000', '13800138000'],
  ['138 0013 8000', '13800138000'],
  ['138-0013-8000', '13800138000'],
  ['+86 13800138000', '13800138000'],
  ['8613800138000', '13800138000'],
  ['１３８００１３８０００', '13800138000'],
  ['一三八零零一三八零零零', '13800138000'],
  ['幺三八零零幺三八零零零', '13800138000'],
  ['一三八，零零一三，八零零零', '13800138000'],
  ['一三八、嗯、零零一三、八零零零', '13800138000'],
  ['一三八……零零一三。然后八零零零', '13800138000'],
  ['一三八 那个 零零一三 呃 八零零零', '13800138000'],
  ['1３8零零一三8000', '13800138000'],
  ['一三八四个零一二三四', '13800001234'],
  ['一三八，四个零，一二三四', '13800001234'],
  ['一三八三个八一二三四五', '13888812345'],
  ['一三八洞洞幺三八洞洞洞', '13800138000'],
  ['电话一三八零零一三八零零零，三个人', '13800138000'],
  ['我七十八，电话一三八零零一三八零零零', '13800138000'],
];

const CORRECTED: readonly [string, string][] = [
  ['一三八，不对，一三九零零一三八零零零', '13900138000'],
  ['一三八零零一三八零零零，错了，一三九零零一三八零零零', '13900138000'],
  ['一三八零零一二，不对，零零一三八零零零', '13800138000'],
  ['一三八，零零一二，不对，零零一三，八零零零', '13800138000'],
  ['一三八零零幺三八零零六，错了，是八零零零', '13800138000'],
  ['13800138006，最后一位是五不是六', '13800138005'],
  ['一三八零零一三八零零六，不是六是零', '13800138000'],
  ['一三八零零一三一二三四，哎呀说错了，最后四位是八零零零', '13800138000'],
  ['一三八零零一三八零零零，不对不对，是一三七零零一三八零零零', '13700138000'],
  ['一三八，不是，一三九，零零一三，八零零零', '13900138000'],
];

const OTHERS: readonly [string, string, string, boolean?][] = [
  ['0373-1234567', '03731234567', 'landline'],
  ['01088886666', '01088886666', 'landline'],
  ['010-88886666', '01088886666', 'landline'],
  ['零三七三，三零五，六七八九', '03733056789', 'landline'],
  ['零三七三杠三零五六七八九', '03733056789', 'landline'],
  ['座机是八八八八六六六六', '88886666', 'landline'],
  ['家里电话3056789', '3056789', 'landline'],
  ['拨打12345', '12345', 'code'],
  ['打一二零', '120', 'code'],
  ['医保热线12393', '12393', 'code'],
  ['12333人社热线', '12333', 'code'],
  ['4008001234', '4008001234', 'code'],
  ['四零零，八零零，一二三四', '4008001234', 'code'],
  ['验证码三八二七一五', '382715', 'code'],
  ['取号码是三八二七，一五', '382715', 'code'],
  ['社保卡号 0012 3456 78', '0012345678', 'code'],
  ['卡号6222021234567890123', '6222021234567890123', 'code'],
  ['尾号三个八', '888', 'code'],
  ['预约码四个零幺二', '000012', 'code'],
  ['11010519491231002X', '11010519491231002X', 'id', true],
  ['11010519491231002x', '11010519491231002X', 'id', true],
  ['身份证 110105 19491231 002X', '11010519491231002X', 'id', true],
  ['一一零一零五，一九四九一二三一，零零二叉', '11010519491231002X', 'id', true],
  ['440524188001010014', '440524188001010014', 'id', true],
  ['身份证号410221194803151234', '410221194803151234', 'id', false],
  ['130503670401001', '130503670401001', 'id', true],
  ['身份证110105194913310021', '110105194913310021', 'id', false],
];

const NONE =
  '12345 三个八 我三个孩子 2026-11-21 号码 三百五十 一二三 二〇二六年 12800138000 138001380001 1380013800 三个八十岁的 一千三百八十 三点一四 一三八'.split(
    ' ',
  );

describe('readDigits', () => {
  it.each([...PHONES, ...CORRECTED])('%s', (line, digits) => {
    expect(readDigits(line)).toMatchObject([{ digits, kind: 'phone' }]);
  });

  it.each(OTHERS)('%s', (line, digits, kind, valid) => {
    expect(readDigits(line)).toMatchObject([{ digits, kind, ...(valid === undefined ? {} : { valid }) }]);
  });

  it.each(NONE)('finds none in %s', (line) => {
    expect(readDigits(line)).toEqual([]);
  });

  it('keeps a telephone and an id in one line apart', () => {
    const line = '一三八零零一三八零零零，身份证一一零一零五一九四九一二三一零零二叉';
    expect(readDigits(line)).toMatchObject([
      { kind: 'phone', start: 0, end: 11 },
      { kind: 'id', start: 15, valid: true },
    ]);
  });

  it('does not take what follows as a correction of the number', () => {
    expect(readDigits('13800138000，不对，我今年78')).toMatchObject([{ digits: '13800138000' }]);
  });

  const mobile = fc.stringMatching(/^1[3-9][0-9]{9}$/);
  const alphabet = fc.constantFrom(
    '零一二三四五六七八九',
    '〇幺二三四五六七八九',
    '0123456789',
    '０１２３４５６７８９',
  );
  const pause = fc.constantFrom('', ' ', '，', '、', '，嗯，', '-', '。', '，然后', ' 呃 ');

  it('reads any mobile number, in any groups, pauses and scripts', () => {
    const cuts = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 6, max: 10 }));
    fc.assert(
      fc.property(mobile, alphabet, pause, pause, cuts, (digits, letters, first, second, [a, b]) => {
        const parts = [digits.slice(0, a), digits.slice(a, b), digits.slice(b)];
        const [x, y, z] = parts.map((part) => spell(part, letters));
        const line = `${x}${first}${y}${second}${z}`;
        expect(readDigits(`我的电话是${line}。`)).toMatchObject([{ digits, kind: 'phone', text: line }]);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads any id, and knows a wrong check character', () => {
    const born = fc.date({ min: new Date('1920-01-01'), max: new Date('2020-12-31'), noInvalidDate: true });
    const place = fc.constantFrom('411221', '431202', '370829', '410102', '610113');
    fc.assert(
      fc.property(place, born, fc.stringMatching(/^\d{3}$/), alphabet, (adcode, date, order, letters) => {
        const body = `${adcode}${date.toISOString().slice(0, 10).replaceAll('-', '')}${order}`;
        const check = checkCharacter(body);
        const wrong = check === '7' ? '8' : '7';
        const said = `${spell(body, letters)}${check === 'X' ? '叉' : spell(check, letters)}`;
        expect(readDigits(said)).toMatchObject([{ digits: `${body}${check}`, kind: 'id', valid: true }]);
        expect(readDigits(`${body}${wrong}`)).toMatchObject([{ kind: 'id', valid: false }]);
      }),
      { numRuns: 500 },
    );
  });
});
