/** One of these begins most names; those that are also everyday words are among them. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由雒訾郗濮钮郏隗麴糜璩庾暨殳蔚夔乜蒯竺桓逄缑眭仉佴睢笪厍';
const COMPOUND = '欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|令狐|东方|夏侯|司徒|端木|轩辕|宇文|长孙|南宫|呼延';

const SURNAME_FIRST = new RegExp(
  `^(?:(?:${COMPOUND})[\\p{Script=Han}]{1,2}|[${SURNAMES}][\\p{Script=Han}]{1,2}|[${SURNAMES}]{2}[\\p{Script=Han}]{2})$`,
  'u',
);

/** Whether the text is made as a name is: a surname, then one to three characters. */
export const isMadeAsName = (text: string): boolean => SURNAME_FIRST.test(text);

/** Whether names begin with it. */
export const isSurname = (char: string): boolean => char.length === 1 && SURNAMES.includes(char);
