/** What may not stand in a text that people read. */
const FORMULA = /^[=+\-@|]/u;
const MOBILE = /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/u;
const IDENTITY = /(?<!\d)\d{17}[\dXx](?!\d)/u;

/** What makes a text unfit to be shown, or null. */
export function unfit(text: string): string | null {
  if (FORMULA.test(text))
    return `begins with ${text.slice(0, 1)}, which spreadsheets take for a formula; write words`;
  if (IDENTITY.test(text)) return "holds an identity number; leave it out";
  return MOBILE.test(text)
    ? "holds a mobile number; only the column 联系电话 may, for the facility’s own"
    : null;
}

/** Prices as people read them: a bare number gets its unit, from the heading 收费标准（元/餐） where it says one. */
export function priceText(text: string, heading: string): string {
  if (!/^\d+(\.\d+)?$/u.test(text)) return text;
  const [, unit] = heading.match(/[（(]\s*(元[^）)]{0,8})[）)]/u) ?? [];
  return `${text}${unit ?? "元"}`;
}

/** Services, separated as the column `services` wants them. */
export function serviceText(text: string): string {
  const services = text
    .split(/[、,，;；/／|\s]+/u)
    .map((service) => service.replace(/^[（(]?\d+[)）.]|[。.]$/gu, ""));
  return [...new Set(services.filter((service) => service !== ""))].join("、");
}

/** The wording of hours, without the heading that people repeat and the full stop. */
export function hoursText(text: string): string {
  return text.replace(/^(营业|开放|供餐|服务|用餐|就餐)时间[:： ]*/u, "").replace(/[。;；，,]+$/u, "");
}

/** A remark as one sentence. */
export function sentence(text: string): string {
  return /[。！？]$/u.test(text) ? text : `${text.replace(/[;；，,、.]+$/u, "")}。`;
}

/** `30` of “30张” or “约30”; null where no single number is told. */
export function countIn(text: string): number | null {
  const numbers = text.match(/\d+/gu) ?? [];
  const [only] = numbers;
  return numbers.length === 1 && only !== undefined && /^\d{1,5}(张|个|位|人|座)?$/u.test(text.trim())
    ? Number(only)
    : null;
}
