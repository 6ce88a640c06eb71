import { anyOf } from '../pattern.js';
import type { Sign } from './sign.js';

/** Signs put together from a part of the body, or a faculty, and what has become of it. */
export const lossSigns: readonly Sign[] = [
  {
    type: 'stroke',
    weight: 3,
    pattern: anyOf(
      '{side}~2脸~3(不动|不会动|没动|塌)|笑~8{side}~3(不动|不会动|歪)|{onset}~6{face}~3{lost}|{onset}~10{side}~4{lost}|{side}~5{lost}~10{onset}',
      '{onset}~10{speechLost}|{onset}~6{eye}~4{sees}|{eye}~4{onset}~4{sees}',
      '{side}~4{lost}~12{speechLost}|{speechLost}~12{side}~4{lost}|{lost}~10{face}~4[歪斜麻]',
    ),
  },
  {
    type: 'stroke',
    weight: 2,
    pattern: anyOf(
      '{onset}~12{mind}|{onset}~8{limb}~3{lost}|{face}~3[歪斜]|脸~4麻|麻~6(嘴|舌头|脸)(也|都)?~1麻',
      '(刚刚|刚才|方才|昨天|夜来|昨晚)还好好~14{mind}|{head}~4(炸开|要炸|要裂|裂开|劈开)',
    ),
  },
  {
    type: 'stroke',
    weight: 1,
    lasting: true,
    pattern: anyOf(
      '{limb}~3{lost}|走路?~3(不稳|歪|偏|打飘)|走不(了|稳)|站不(住|稳|起)|(筷子|碗|杯子|勺)~5(掉|拿不|握不|端不)',
      '浑身~2(没劲|没力|发软|瘫软)|(人|身上)~2(软|没劲)|软得像',
    ),
  },
  { type: 'stroke', weight: 1, lasting: true, pattern: anyOf('{speechLost}') },
  {
    type: 'unconscious',
    weight: 1,
    pattern: anyOf('{mind}|(眼皮|眼睛?)~4睁不开|(直|老|一直)(犯困|打瞌睡|想睡)'),
  },
  { type: 'unwell', weight: 1, pattern: anyOf('{head}~2[晕昏眩]|天旋地转|{eye}~3{sees}') },
  { type: 'unwell', weight: 1, pattern: anyOf('恶心|想吐|呕|[在还直]吐|吐了') },
  { type: 'unwell', weight: 1, pattern: anyOf('(手|浑身|全身|身上|直)~2[发打哆]?(抖|哆嗦)') },
  { type: 'cardiac', weight: 1, pattern: anyOf('{sweat}') },
  { type: 'cardiac', weight: 1, pattern: anyOf('{pallor}') },
  {
    type: 'cardiac',
    weight: 3,
    pattern: anyOf(
      '{chest}~2{press}~12{collapse}|(血压|高压|低压)~12({sweat}|浑身~1湿|{sees}|模糊|{mind})',
      '(硝酸甘油|救心丸|含了?~3药)~12(还|仍|不管用|没用|不顶用|不见好|没缓|没好)',
      '{chest}~4{hurt}~12({sweat}|{pallor})|({sweat}|{pallor})~12{chest}~4({hurt}|{press})',
      '{chest}~4{press}~12({sweat}|{pallor})|(后背|背)~6{chest}~6{hurt}',
    ),
  },
  {
    type: 'cardiac',
    weight: 2,
    // New within days, and not said to be slight (有点), it is asked about.
    pattern: anyOf(
      '{chest}~3{hurt}(?!病|爱)|(这[两几]天|昨[天晚夜儿]|夜里|半夜)[^，。有]{0,6}{chest}[^，。有]{0,3}{press}|脉~10(会儿?有|时有时无|摸不|乱|弱)',
    ),
  },
  {
    type: 'cardiac',
    weight: 1,
    pattern: anyOf('{chest}~3{press}|心跳~6(一百[四五六七八九]|1[4-9]\\d)|心慌|心跳~3(快|乱)'),
  },
  {
    type: 'breathing',
    weight: 3,
    pattern: anyOf(
      '(嘴|脸|嘴唇|指甲)~6[紫乌青]~12(喘|憋|气|叫不|喊不|呛)|(喘|憋|呛|气)~12(嘴|脸|嘴唇|指甲)~4(发?紫|发?乌|发?青)',
      '呼吸~3一?停|[嘴唇]~4发绀|说一个字~3(歇|喘)|一?躺下就(憋|喘)|没顺下去~12(咳|喘|脸)|(呛|噎)~6(脸色|发紫|咳不|说不)',
      '呼吸~4(浅|停|慢|弱)~12(喘|一口|没)|半天~2(才|不)[喘出吸]~2一?口?气|{chest}~2{hurt}~6(气急|喘|憋)',
      '(胃管|套管|气切|呼吸机|制氧机|氧气|吸痰)~8(堵|掉|拔|停|坏|没)~10(憋|喘|紫|呛|黑|难受)',
    ),
  },
  {
    type: 'bleeding',
    weight: 3,
    pattern: anyOf(
      '吐~6咖啡(渣|色)|(透析|导管|管子|伤口|刀口)~6(掉|裂|开|拔)~8(血|肠)|肠子~4(看|露|出)|骨头~3(戳|露|支)',
      '(大便|拉|便)~5黑~10(晕|没劲|没力|倒|汗)|便血~6(止不|没力|没劲|不停)|{eye}~6[扎戳刺]~6(血|看不|瞎)',
      '(吐|呕|拉|咳|尿)~5(都?是血|暗红|鲜红|全是红)|血~6(压不住|不停|止不|没停)|刀口~4(崩|裂)|马桶~4红|[扎刺]穿|(剁|砍|锯|切)(了|到|着|掉|断)~8(血|手指|指头)',
    ),
  },
  {
    type: 'unwell',
    weight: 3,
    pattern: anyOf(
      '{belly}~2[疼痛]~8(打滚|翻来滚去|硬得|{sweat}|{pallor})|(怀孕|孕妇|怀着)~12(流血|见红|肚子~3疼|破水)|羊水~2破',
      '(热|晒|烧)~4胡话|(拉|吐|泻)~8(脱了形|脱水|眼窝)|(疼|痛)~4(直叫|嗷嗷|直哼哼|喊娘)|喊疼{end}?$|疝~12(吐|回不去|冒汗)',
      '(烧|体温|发烧)~5(四十|40|41|四一|42)~8(胡话|糊涂|抽|不醒|迷糊)|一天~2没尿~14(迷糊|胀|昏)',
    ),
  },
];
