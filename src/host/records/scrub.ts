/** Longest text kept, in characters: enough to see what was asked, too short for a life story. */
const LONGEST = 200;

const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤庄洪施柯颜傅尤翁连纪" +
  "張劉陳楊黃趙吳孫馬許鄭謝韓馮鄧肖葉蘇魏呂盧鐘鍾譚陸鄒龍賀顧龔萬錢嚴湯莊顏連紀";

const TITLES =
  "先生|女士|小姐|阿姨|阿婆|阿公|阿伯|阿叔|阿嬷|奶奶|爷爷|爺爺|大爷|大爺|大妈|大媽|大伯|大叔|伯伯|叔叔|婶|嬸|老师|老師|医生|醫生|主任|书记|書記";

const KIN =
  "爸爸|妈妈|爷爷|奶奶|外公|外婆|公公|婆婆|岳父|岳母|老伴|父亲|母亲|丈夫|妻子|爸|妈|媽|叔|伯|姨|姑|舅";

const NAME_PATTERNS: readonly [RegExp, string][] = [
  [
    /((?:我|他|她)?(?:名叫|叫做|叫作|名字是|名字叫|姓名是?|我叫|她叫|他叫|本人))[:：\s]*\p{Script=Han}{2,4}/gu,
    "$1某某",
  ],
  [/(我姓|免贵姓|他姓|她姓)\p{Script=Han}/gu, "$1某"],
  [new RegExp(`[${SURNAMES}]\\p{Script=Han}{0,2}(?=${TITLES})`, "gu"), "某"],
  [new RegExp(`[小老阿][${SURNAMES}](?=[，,。、\\s]|$)`, "gu"), "某"],
  [new RegExp(`(${KIN})[${SURNAMES}]\\p{Script=Han}{1,2}(?=[，,。；;、\\s#]|今年|的|$)`, "gu"), "$1某某"],
  [
    new RegExp(`(^|[，,。；;、\\s])[${SURNAMES}]\\p{Script=Han}{1,2}(?=[，,]?(?:今年|男|女|身份证|#))`, "gu"),
    "$1某某",
  ],
  [/\b(my name is|i am called|i'm called|name:)\s+\p{L}+(?:\s+\p{L}+)?/giu, "$1 N."],
  [/\b(mr|mrs|ms|miss|dr|auntie?|uncle|grand(?:ma|pa))\.?\s+\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}+)?/giu, "$1 N."],
];

const CONTROL = /[\p{Cc}\p{Cf}\p{Cs}]+/gu;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
/** Arabic digits of any script width, and Chinese numerals from two characters on (五保 stays, 八十二 goes). */
const NUMBERS = /[\p{Nd}][\p{Nd}\s.\-—]*[xX]?|[零〇一二三四五六七八九十百两兩廿卅]{2,}/gu;

/**
 * Takes numbers and names out of what somebody typed, so that the adviser's queue shows what was asked
 * and not who asked. It rather takes out a word too many: 高 and 方 are surnames too.
 *
 * @example scrub("我叫陈美玲，82岁，电话13800138000") // "我叫某某，#岁，电话#"
 */
export function scrub(text: string): string {
  const numberless = text.replace(CONTROL, " ").replace(MAIL, "#").replace(NUMBERS, "#");
  const nameless = NAME_PATTERNS.reduce(
    (current, [pattern, replacement]) => current.replace(pattern, replacement),
    numberless,
  );
  return [...nameless.replace(/\s+/gu, " ").trim()].slice(0, LONGEST).join("");
}
