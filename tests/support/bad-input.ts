/** What people and programs send that no example shows; each must get a clear answer, and the next turn must work. */
export const BAD_TEXTS: Record<string, string> = {
  empty: '',
  'white space': ' \u3000\n\t ',
  'as long as a message may be': '养老'.repeat(10_000),
  'one word 2,000 times': '补贴'.repeat(2_000),
  'control characters': '三无\u0000\u0007\u001b[31m老人\u0085\u202e补贴',
  emoji: '👵🏻👨‍👩‍👧🀄️❤️‍🩹',
  'lone surrogates': '三无\ud800老人\udfff补贴',
  'traditional characters': '我七十六歲，三無，一個月能領多少補貼',
  'a number alone': '42',
  markup: "<script>alert(1)</script>'; drop table turns; -- {{x}} &lt;",
  'one letter without end': 'a'.repeat(20_000),
};

/** A question that is answered with 200 元. */
export const GOOD = { text: '我七十六，三无，自己住家里，一个月能领多少', region: '怀化市鹤城区' };
