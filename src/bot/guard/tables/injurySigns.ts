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
      '[吐呕喷咯咳]~2(一|半|两|好几|大)~4(口|盆|碗|地|摊|滩|缸)~3(血|红)',
      '{bloodThinner}[^。]{0,16}?(磕|摔|撞|碰)~6(头|脑)[^。]{0,20}?(疼|痛|吐|晕|困|迷糊)|(耳朵|鼻子)~4(流|淌|滴)~3(清水|水)~6(头|摔|磕)?',
    ),
  },
  {
    type: 'bite',
    weight: 3,
    pattern: anyOf('{beast}~10(咬|撕|顶|踢|踩|拱|撞|抓|啄)~4(伤|破|开|烂|掉|断|流血|血|肚|脸|脖|头|倒|翻)'),
  },
  {
    type: 'choking',
    weight: 3,
    pattern: anyOf(
      '{swallow}~6{foreignBody}|(把|将)~8{foreignBody}~4{swallow}|{foreignBody}~8(不见|没)了~10(疼|口水|咳|咽)',
    ),
  },
  {
    type: 'trapped',
    weight: 3,
    pattern: anyOf(
      '(手|胳膊|头|脑袋|腿|脚|身子)~3(卡|夹|别|绞|卷|伸)(在|进|住|到)~8(拔|出|动|取|拿)不|(头|脑袋|手|腿|脚)~2(卡|夹)(在|进)~6(窗|栏|门|缝|机|管|凳|椅)',
      '(水|洪水)~4(漫|淹|涨|灌)(到|进|过|上)~4(炕|床|屋|腰|膝|门槛|胸|楼|脖)',
    ),
  },
  {
    type: 'bleeding',
    weight: 3,
    pattern: anyOf(
      '(机|车|绳|带子|履带|皮带|搅拌|绞肉)~8(绞|卷|轧|夹|咬)(住|进|了|掉|到)~6(手|胳膊|腿|脚|头发|指)|(手|胳膊|腿|脚|头发)~4(绞|卷|轧)(进|住|到)',
    ),
  },
  {
    type: 'glucose',
    weight: 3,
    pattern: anyOf(
      '胰岛素~14(看错|打错|打多|多打|打重|打了两|推多)|(打|推|注射)了?~6(几十|[三四五六七八九]十|[3-9]\\d|一百)个?单位',
    ),
  },
  {
    type: 'unwell',
    weight: 3,
    pattern: anyOf(
      '{fever}~16{delirium}|{delirium}~16{fever}|(全身|浑身|满身)~4(水泡|掉皮|脱皮|血泡)|尿~4(酱油|浓茶|洗肉水|可乐)~12(抽|烧|软|晕|疼)',
      '(肝硬化|肝病|尿毒症|透析|糖尿病)~16{delirium}|{delirium}~10(黑便|拉血|吐血)',
    ),
  },
  {
    type: 'unwell',
    weight: 2,
    pattern: anyOf(
      '神志不清|(在那|光|净|直|满嘴|开始|尽)~2(说胡话|胡言乱语)|叫人~2叫不清|打(寒战|冷战|摆子)~10(四十|40|39|三十九|高烧|发紧|喘|迷糊)',
    ),
  },
  {
    type: 'cardiac',
    weight: 3,
    pattern: anyOf(
      '(支架|搭桥|心脏病|冠心病|心梗|起搏器)[^。]{0,12}?(今|又|现在|刚|这会)~8{chest}~14({hurt}|{press})',
    ),
  },
  {
    type: 'fall',
    weight: 3,
    pattern: anyOf(
      '{head}~2(着地|朝下)|{head}[^。]{0,12}?(磕|撞|摔|碰|着地)[^。]{0,14}?(吐|瞳孔|迷糊|犯困|嗜睡|胡话|抽)|(胳膊|腿|手|脚|关节)~3(反着|歪着|拧着|错位|扭曲|变形)',
    ),
  },
  {
    type: 'electric',
    weight: 3,
    pattern: anyOf('(手|胳膊|人)~4(粘|吸|沾)(住|在|着)~8(下不来|甩不|放不|松不|掉不)|漏电~10(手|人|{kin})'),
  },
  {
    type: 'fire',
    weight: 3,
    pattern: anyOf(
      '(烟雾|烟感|火灾)?报警器~6(响|叫)~12(烟|火|不停)|(走廊|楼道|屋里|满屋|楼梯|全)~3(都?是|冒)~2烟|(房|屋|棚|草垛?|仓|柴|窝棚|牛圈|猪圈)~2着{end}',
    ),
  },
  {
    type: 'arrest',
    weight: 3,
    pattern: anyOf(
      '吊(在|着|到)~6(梁|门框|树|窗|房|门|栏杆|暖气|架)|(梁|门框|树)上?~3(吊|挂)着~4(人|{kin})?',
    ),
  },
  {
    type: 'glucose',
    weight: 3,
    pattern: anyOf('血糖~5{sugarLow}(?!\\d|十|百|到)', '血糖~10(测不出|量不出|爆表|hi$|hi，)'),
  },
  {
    type: 'breathing',
    weight: 3,
    pattern: anyOf(
      '血氧~8(?<![\\d一二三四五六七八九])([4-7]\\d|8[0-5]|[四五六七]十|八十[一二三四五]?(?![六七八九]))',
    ),
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
    pattern: anyOf(
      '(喷|吸)了~6(药|好几下)~6{inVain}|哮喘~12{inVain}|(氧气|制氧机|呼吸机|吸氧)~6(停|断|没|坏)~6(血氧|憋|喘|嘴)',
    ),
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
      '(找|寻)了?~8(都|也|就)?(没有?|不)~1(找着|见着|见人|影|找到|见到)|(跑|溜|走){end}~12{forgetful}|没回~16{forgetful}|{forgetful}~16没回|坐[错过]了?车~20{forgetful}|翻墙~2(走|跑)|(一转眼|转个身|扭个脸|一会儿?)~8(不见|没影|没人|寻不着|找不着)',
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
