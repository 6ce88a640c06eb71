import type { ScamType } from '../types.js';

const STOP =
  '这很像诈骗。先什么都别做：不转钱，不报验证码和密码，不点链接，马上挂断。打 96110 问一问，已经转了钱就打 110，再告诉家里人。';

const why: Record<ScamType, string> = {
  transfer: '没有哪个公家单位会让人转账到什么“安全账户”。',
  secret: '验证码、密码谁要都不能给，真的工作人员不会问。',
  official: '公安、法院、医保局、社保局、民政局都不会打电话要钱、要验证码。',
  relative: '先挂断，用您自己存的号码打给孩子本人，核实了再说。',
  fee: '领补贴、办待遇不用先交钱，真的工作人员不会收。',
  investment: '许诺高利息、稳赚不赔的养老项目，十有八九是骗人的。',
  prize: '先交钱才给的奖，都是假的。',
  product: '保健品不能治病，先垫钱的活儿不能做。有病请找正规医院的医生。',
  remote: '陌生人让下软件、点链接、共享屏幕，是要拿您手机里的钱。',
};

export function scamWords(type: ScamType): string {
  return `${STOP}${why[type]}`;
}
