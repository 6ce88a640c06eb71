import { anyOf } from '../pattern.js';
import type { Sign } from './sign.js';

/** Cries for help, and people who have dropped: said in few words, often without a name for what is wrong. */
export const crySigns: readonly Sign[] = [
  {
    type: 'unconscious',
    weight: 3,
    pattern: anyOf(
      '{kin}~6(倒|栽|瘫|晕|昏)({end}|下|在|到|地)(?!霉|车|水|头|的时候)|{someone}~8{collapse}|{collapse}{end}',
      '(人|{kin})就?~2(瘫|软|不中|不得行){end}',
      '[叫喊拍推唤呼摇]~6(不(醒|应|答应|言传|吱声|吭声|动弹)|没(反应|人?应|动静|吱声)|也不(答|应|理|动))',
      '醒醒|别吓(我|俺)|(你|您)(可)?(说|吭)(句|个)?(话|声)(呀|啊)?$|{kin}~2你~2(怎么|咋)(了|啦)',
      '(瘫|歪|趴)~1(那|在那|下去|桌|地)|(喊|叫)(他|她|人)?~1(也|都)?不(看|理|应)|(叫|喊)醒~4又睡|天?没声{end}|{kin}~2(你)?别倒',
      '(躺|趴|倒)~3(客厅|地|厕所|路边|门口|厨房|门后)~8(不动|没动|没人管|一动)|(个|老)人~2(躺|趴|倒)(着|在)',
    ),
  },
  {
    type: 'unconscious',
    weight: 3,
    pattern: anyOf(
      '(^|。|，)(人|他|她|俺?爹|俺?娘|我?爸|我?妈|{kin})?(突然|又|也|已经|全)?(晕|倒|昏|抽|瘫|厥|栽)(了|倒了|过去了|起来了|下了|哒|咧){1,2}(。|，|$)|(看样子|看着|眼看|怕是|恐怕)?人~3(不行|不中|没了){end}(。|，|$)',
      '人~1(抽|晕|昏)(起来|过去|倒)?{end}|只?(剩|有)~2(一点|一丝|半口)~2气|微弱~2(呼吸|心跳)|(在|倒)地上~2(动不|起不)|打120',
    ),
  },
  {
    type: 'choking',
    weight: 3,
    pattern: anyOf(
      '(^|。|，)喘不(上|过)(来)?(。|，|$)|(120|幺二零)[，。](120|幺二零)|(^|，|。)(人)?(卡|噎|呛|堵|哽)(住|着|到|倒)(了|哒|咧)?(。|$)',
    ),
  },
  {
    type: 'unwell',
    weight: 2,
    pattern: anyOf('(?<![a-z])sos(?![a-z]|手|表|按|键|呼)|(?<![a-z])help( me)?(?![a-z])|心口~2汗|疼~6汗'),
  },
  {
    type: 'cardiac',
    weight: 3,
    pattern: anyOf('chest pain|heart attack|(can t|cannot|can not) breathe'),
  },
  {
    type: 'unwell',
    weight: 3,
    pattern: anyOf(
      '救救(我|他|她|{kin}|孩子)|快来人|来人[哪呐啊呀]|(^|，|。)来人(，|。|$)|{someone}~4(要|快)没(了|命)|(?<!老|人|用){me}(怕|要|快|觉得)~3(不行|不中|过去)了',
      '(打|叫|喊|拨|派)~4(120|救护车|急救车|急救)~2(来|快|吧|啊|$)|救护车~2(快|来)|(快|赶紧|帮)~4(叫|喊|打)~4(120|救护车|急救|医生|大夫)',
    ),
  },
  {
    type: 'unwell',
    weight: 2,
    pattern: anyOf(
      '敲门~6(没(人)?应|不开|不答)|(一夜|一天|到现在|中午)~2没(起来|起床|下楼)|{someone}~6犯病了|{strikes}{end}',
    ),
  },
  { type: 'unwell', weight: 2, pattern: anyOf('(像是?|怕是|可能是|估计是|恐怕)~2{strikes}') },
  {
    type: 'stroke',
    weight: 3,
    pattern: anyOf('{someone}~4(又)?{stroke}{end}|{stroke}~2(犯|发作){end}'),
  },
  {
    type: 'cardiac',
    weight: 3,
    pattern: anyOf('{someone}~4(又)?(心梗|心肌梗死|心肌梗塞|心绞痛)~2{end}|心脏病~2(犯|发作)'),
  },
  { type: 'arrest', weight: 3, pattern: anyOf('(没起|没醒|推门|早上)~16(手脚|身上|身子|人)~4(凉|硬|冰|僵)') },
  { type: 'arrest', weight: 2, pattern: anyOf('(手脚|身上|身子|一身|人)~3(冰凉|冰冷|凉了|硬了|僵了)') },
  {
    type: 'fall',
    weight: 3,
    pattern: anyOf(
      '{fell}~16{stuck}|{stuck}~10{fell}|{fell}~4{head}~20(犯困|吐|胡话|迷糊|睡|昏)',
      '(腿|脚|胯|腰|胯骨)~3(短了|歪了|变形)|(柜|墙|树|石头|砖|车|房|梯)~6(压|砸|埋)(住|到|着|在|了)',
      '(腰|腿)~6(闪|扭|断)~8(动不|没知觉|没感觉)|(房顶|屋顶|梯子|楼梯|楼上|树上|炕上|床上)~4(掉|摔|跌|滚|栽)',
    ),
  },
  {
    type: 'poisoning',
    weight: 3,
    pattern: anyOf(
      '{swallow}~6{poison}|{poison}~3{swallow}(了|下|进)|{pill}~8{swallow}(了|下去?)?{heap}|{heap}~2{pill}~6{swallow}',
      '误?把~8药~2(吞|吃|喝){end}|(空|药)瓶~8(叫不|不醒|昏)|{poison}~4当~12(吃|吐|炒|喝)|{kin}~2喝药{end}|[把将]~10{pill}~4{swallow}{heap}|假酒~10(看不|瞎|吐)',
    ),
  },
  {
    type: 'monoxide',
    weight: 3,
    pattern: anyOf('(火盆|炭火?|煤火?烟?|煤?炉子?|煤气|烟)~8(熏|呛)~1(倒|晕|着|昏|到|哒|得吐)'),
  },
  {
    type: 'burn',
    weight: 3,
    pattern: anyOf(
      '(热汤|开水|热油|粥|热水)~3倒~6(怀|身|脚|手|腿)|(汽|锅|火)~6(熏|炸|烫|燎)~2(眼|脸|手|伤)',
      '(硫酸|石灰|烧碱|碱水|84|消毒液|洁厕灵?|开水|热油|滚水)~4[溅泼浇洒打翻进]~5(眼|脸|身|手|腿|脚|头)',
    ),
  },
  {
    type: 'fire',
    weight: 3,
    pattern: anyOf(
      '(山|林|坟)上?~2着{end}|[烧窜]到~4(村|房顶|屋)',
      '(被子?|褥子?|衣服|衣裳|床单|窗帘|沙发|柴|草|纸箱|蚊帐)~8(点|烧|引)?着(了|起来)',
    ),
  },
  {
    type: 'gas',
    weight: 3,
    pattern: anyOf(
      '(gas|瓦斯|沼气|煤气)~4(味|漏|重|臭|泄)|(天然气|煤气|燃气|液化气)~4管?子?~3(裂|断|破|脱)|(嘶嘶|滋滋|咝咝)~8(臭|味)|沼气池~8(掉|人)',
    ),
  },
  {
    type: 'missing',
    weight: 3,
    pattern: anyOf('(老人|{kin})~12走散|(痴呆|糊涂|老人|{kin})~16(没找[到着]|找不[到着]人|没找见)'),
  },
  {
    type: 'violence',
    weight: 3,
    pattern: anyOf(
      '(小偷|贼|生人|歹徒|醉汉)~2(进|在|摸)~2(屋|家|院|门)|(踹|砸|撞|踢)门|(按|摁|压)~3(墙|地)上?~2(撞|打|掐)|锁在~1(屋|家|房)|不给(我|老人)?(饭|水)|翻墙~4进|[提拿持举]着?(菜)?刀~8(堵|追|砍|要|闹|冲)|打得?~3(鼻青|流血|住院|起不来)',
    ),
  },
];
