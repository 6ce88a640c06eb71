import { anyOf } from '../pattern.js';
import type { Sign } from './sign.js';

/** Injuries and readings put together from what struck, what it struck and what became of it. */
export const injurySigns: readonly Sign[] = [
  {
    type: 'burn',
    weight: 3,
    pattern: anyOf(
      '{caustic}~8{eye}|{eye}~6(里|上)?~4(溅|崩|迷|喷|弄|进|揉)~4{caustic}',
      '(热水袋|暖宝宝|暖水袋|电热毯|艾灸|烤灯|热敷|暖风|汤婆子)~16(掉|脱|起|烂|烫)~6(皮|泡)|(掉|脱|烂|揭)了?~4(大块|一?层|一?片|半边)~1皮',
    ),
  },
  {
    type: 'bleeding',
    weight: 3,
    pattern: anyOf(
      '(手|指|脚趾?|胳膊|腿)~6{cuts}~2(掉|断|下来|没|飞)|{cuts}~2(掉|断|下来|飞)~6(手|指|脚|胳膊|腿)|断~1指',
      '[吐呕喷咯]~2(一|半|两|好几|大)~4(口|盆|碗|地|摊|滩|缸)~3(血|红)',
      '{bloodThinner}[^。]{0,16}?(磕|摔|撞|碰)~6(头|脑)[^。]{0,20}?(疼|痛|吐|晕|困|迷糊)|(耳朵|鼻子)~4(流|淌|滴)~3(清水|水)~6(头|摔|磕)?',
    ),
  },
  {
    type: 'arrest',
    weight: 3,
    pattern: anyOf('吊(在|着|到)~6(梁|门框|树|窗|房|门|栏杆|暖气|架)|(梁|门框|树)上?~3(吊|挂)着~4(人|{kin})?'),
  },
  {
    type: 'glucose',
    weight: 3,
    pattern: anyOf('血糖~5{sugarLow}(?!\\d|十|百|到)', '血糖~10(测不出|量不出|爆表|hi$|hi，)'),
  },
  {
    type: 'breathing',
    weight: 3,
    pattern: anyOf('血氧~8(?<![\\d一二三四五六七八九])([4-7]\\d|8[0-5]|[四五六七]十|八十[一二三四五]?(?![六七八九]))'),
  },
  {
    type: 'cardiac',
    weight: 2,
    pattern: anyOf(
      '(心率|心跳|脉搏?)~8(?<![\\d一二三四五六七八九百])([23]\\d(?!\\d)|[二三]十)',
      '(心率|心跳|脉搏?)~8(1[4-9]\\d|2\\d\\d|一百[四五六七八九]|二百|两百)',
    ),
  },
  {
    type: 'cardiac',
    weight: 3,
    pattern: anyOf('(硝酸甘油|救心丸|丹参滴丸|舌下含)~14{inVain}|{chest}~10(含|吃)了~8{inVain}'),
  },
  {
    type: 'breathing',
    weight: 3,
    pattern: anyOf('(喷|吸)了~6(药|好几下)~6{inVain}|哮喘~12{inVain}|(氧气|制氧机|呼吸机|吸氧)~6(停|断|没|坏)~6(血氧|憋|喘|嘴)'),
  },
  {
    type: 'trapped',
    weight: 3,
    pattern: anyOf(
      '{heavy}~8(砸|压|埋|扣|夹|卷)~3(人|住|着|{kin}|底下|下面)|人~4(埋|压|卷|绞)~2(进|在|住|土)|埋(进|在)?~2(土|里头|底下)',
      '(掉|跌|摔|栽|滑|卡)~2(进|到|在|下)~4(枯井|井|窖|沟|坑|崖|缝)',
    ),
  },
  {
    type: 'missing',
    weight: 3,
    pattern: anyOf(
      '{forgetful}[^。]{0,14}?(出门|出去|跑|走|溜|不在)[^。]{0,16}?(找|寻|没回|不见|没影|没有)',
      '(找|寻)了?~8(都|也|就)?(没有?|不)~1(找着|见着|见人|影|找到|见到)|翻墙~2(走|跑)|(一转眼|转个身|扭个脸|一会儿?)~8(不见|没影|没人|寻不着|找不着)',
    ),
  },
  {
    type: 'allergy',
    weight: 3,
    pattern: anyOf(
      '(打|输|吊|挂)了?~6(针|青霉素|头孢|水|瓶|液)[^。]{0,16}?(疙瘩|疹|肿|发黑|煞白|上不来)|(蜂|虾|蟹|花生|海鲜|芒果)[^。]{0,14}?(肿|发紧|晕|风团|费劲|说不出)',
    ),
  },
];
