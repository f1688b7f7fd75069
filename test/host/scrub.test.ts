import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scrub } from "../../src/host/records/scrub.ts";

describe("scrubbing", () => {
  it.each([
    ["我叫陈美玲，82岁，电话13800138000", "我叫某某，#岁，电话#"],
    ["身份证35058219440101001X能办吗", "身份证#能办吗"],
    ["我妈李秀英今年八十二岁", "我妈某某今年#岁"],
    ["隔壁王阿姨说有补贴", "隔壁某阿姨说有补贴"],
    ["林美珠，女，七十九岁", "某某，女，#岁"],
    ["邮箱 abc.d@example.org", "邮箱 #"],
    ["my name is John Smith and I am 80", "my name is N. and I am #"],
    ["ask Mrs. Mary Tan", "ask Mrs N."],
    ["８２岁", "#岁"],
  ])("turns %s into %s", (text, scrubbed) => {
    expect(scrub(text)).toBe(scrubbed);
  });

  it.each(["五保老人有什么待遇", "高龄津贴怎么领", "长者食堂在哪里"])("leaves %s as it is", (text) => {
    expect(scrub(text)).toBe(text);
  });

  it("leaves no digit of any script and at most 200 characters, whatever comes in", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 600 }), (text) => {
        const kept = scrub(text);
        expect(kept).not.toMatch(/\p{Nd}|\p{Cc}/u);
        expect([...kept].length).toBeLessThanOrEqual(200);
      }),
    );
  });
});
