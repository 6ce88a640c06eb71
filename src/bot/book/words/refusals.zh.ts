import type { Refusal } from '../../../appointments/refusals.js';
import { dayInWords, timeInWords } from './say.js';

/** What a person is told of each refusal: what was not done, and what can be done about it. */
export function refusalInWords(refusal: Refusal): string {
  switch (refusal.code) {
    case 'invalid-name':
      return '这个名字我没有听准，医院收不了。';
    case 'invalid-phone':
      return '这个电话号码不对，打不通。';
    case 'invalid-id':
      return '这个身份证号对不上。';
    case 'invalid-birth-date':
      return '出生日期对不上。';
    case 'invalid-booker':
      return '代约的人的姓名或者电话没有听准，先不记了。';
    case 'id-required':
      return '这家医院要身份证号才能挂。';
    case 'unknown-service':
      return '这项服务现在约不了。';
    case 'unknown-provider':
      return '这家医院现在约不了。';
    case 'unknown-department':
      return '这个科现在约不了。';
    case 'unknown-slot':
      return '这个时间已经没有了。';
    case 'service-not-offered':
      return '这个科不做这项服务。';
    case 'too-young':
      return `这家医院的绿色通道要满${refusal.leastAge}岁才能用，所以没有约。可以挂普通号，或者打12345问。`;
    case 'past':
      return '这个时间已经过去了。';
    case 'too-late-to-book':
      return `这个号要在${timeInWords(refusal.until)}以前约，现在来不及了。`;
    case 'too-far-ahead':
      return `太早了，还没有放号，现在最远只能约到${dayInWords(refusal.lastDay)}。`;
    case 'slot-taken':
      return '这个号刚才被别人约走了，没有约上。';
    case 'hold-expired':
      return '给您留号的时间过了，这个号已经没有了，没有约上。';
    case 'session-withdrawn':
      return '这个时间医院停诊了，没有约上。';
    case 'unknown-hold':
      return '给您留的号过时了。';
    case 'patient-busy':
      return '这个人那个时候已经有一个预约了，没有再约。';
    case 'too-many':
      return `这家医院一个人最多同时约${refusal.limit}个号，已经满了，没有再约。要先退掉一个。`;
    case 'blocked-no-show':
      return `因为前几次约了没去，这家医院要到${timeInWords(refusal.until)}以后才能再约。`;
    case 'too-late-to-cancel':
      return `按医院的规定，${timeInWords(refusal.until)}以前才能退，现在退不了了。请打医院电话${refusal.providerPhone}。`;
    case 'not-changeable':
      return '这个预约现在改不了：它已经过了、取消了，或者医院还没有回话。';
    case 'undo-over':
      return '已经过了能撤销的时间。不想要了，可以说“取消预约”。';
    case 'not-found':
      return '没有查到这个预约。预约码和电话要对得上才能查。';
    case 'too-many-tries':
      return `试错的次数太多了，请在${timeInWords(refusal.until)}以后再来查。`;
    case 'too-many-told':
      return `已经告诉${refusal.limit}位家里人了，再多加不了。`;
    case 'offer-over':
      return '给您留的位子已经过时了。';
    case 'outside-wish':
      return '这个时间不在您要的时间里，没有约。';
    case 'key-reused':
      return '刚才那次已经办过了，内容和现在的不一样，所以没有再办。请重新说要约什么。';
    case 'provider-unreachable':
      return `现在连不上这家医院，没有约上。请等一会儿再试，或者打医院电话${refusal.providerPhone}。`;
    case 'provider-declined':
      return `医院没有同意：${refusal.reason}。可以打医院电话${refusal.providerPhone}问。`;
  }
}
